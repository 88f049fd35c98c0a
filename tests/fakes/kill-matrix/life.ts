import type { Job } from '#shared/jobs/job.ts';
import type { Clock, HttpFetch } from '#shared/ports.ts';
import { createDeferred } from '../../stand-in/deferred.ts';
import type { Random } from '../../stand-in/pixels/random.ts';
import type { Disk } from '../core.ts';
import { brokenAnswer, connectionBroke } from './broken-answers.ts';
import { type KillCase, preludeOf, transitionOf } from './cases.ts';

/** What a dead process gets for an answer. */
const never = new Promise<never>(() => {});
const longestOfflineMs = 300_000;

export type LifeParts = { disk: Disk; fetch: HttpFetch; clock: Clock; random: Random };

/** One life of a process, with its disk and its network; the blow of `kill` strikes it once. */
export function createLife(kill: KillCase | null, { disk, fetch, clock, random }: LifeParts) {
  let isAlive = true;
  let isStruck = kill === null;
  let isTrapSet = false;
  let onlineAgainMs = 0;
  const passPrelude = createPrelude(kill, fetch);
  const killed = createDeferred();

  function strike({ blow }: KillCase): void {
    if (blow === 'offline') onlineAgainMs = clock.monotonicMs() + random() * longestOfflineMs;
    else if (!blow.endsWith('commit')) isAlive = false;
    if (!isAlive) killed.resolve();
  }

  /** Between two requests nothing is committed: then it is the next one that is. */
  function strikeOrSetTrap(one: KillCase): void {
    isStruck = true;
    isTrapSet = one.moment.endsWith('pending') || one.blow.endsWith('commit');
    if (!isTrapSet) strike(one);
  }

  async function put(job: Job): Promise<void> {
    if (!isAlive) return never;
    const here = kill !== null && !isStruck && transitionOf(job) === kill.transition ? kill : null;
    if (here?.moment === 'before write') strikeOrSetTrap(here);
    if (!isAlive) return never;
    await disk.journal.put(job);
    if (here && here.moment !== 'before write') strikeOrSetTrap(here);
    return isAlive ? undefined : never;
  }

  /** The request that is pending when the blow falls. Whether it has got through is seen in its headers only. */
  async function trap(one: KillCase, url: string, init?: RequestInit): Promise<Response> {
    isTrapSet = false;
    const answer = mustBeThrough(one) || random() < 0.5 ? await fetch(url, init) : null;
    strike(one);
    return isAlive ? brokenAnswer(one, answer) : never;
  }

  return {
    killed: killed.promise,
    hasStruck: () => isStruck,
    isOffline: () => clock.monotonicMs() < onlineAgainMs,
    disk: { ...disk, journal: { ...disk.journal, put } } satisfies Disk,

    async fetch(url: string, init?: RequestInit): Promise<Response> {
      if (!isAlive) return never;
      if (clock.monotonicMs() < onlineAgainMs) throw connectionBroke();
      await passPrelude(url, init);
      if (kill && isTrapSet) return trap(kill, url, init);
      const answer = await fetch(url, init);
      return isAlive ? answer : never;
    },
  };
}

/** What goes wrong before the blow, once, for the job to come to where it falls. */
function createPrelude(kill: KillCase | null, fetch: HttpFetch) {
  let prelude = kill ? preludeOf(kill.transition) : 'none';
  return async (url: string, init?: RequestInit): Promise<void> => {
    if (prelude === 'none' || !url.endsWith('/run/deployment/queue')) return;
    if (prelude === 'answer lost') await fetch(url, init);
    prelude = 'none';
    throw connectionBroke();
  };
}

function mustBeThrough({ moment, blow }: KillCase): boolean {
  return moment === 'body pending' || blow.endsWith('commit');
}
