import { isFinished, type Job } from '#shared/jobs/job.ts';
import { createMemoryBlobStore, createMemoryJournal } from '#shared/storage/memory.ts';
import { createRandom, hashText, pick, type Random } from '../../stand-in/pixels/random.ts';
import type { StandIn } from '../../stand-in/stand-in.ts';
import { createCore, type Disk } from '../core.ts';
import { tinyPicture } from '../tiny-picture.ts';
import { createVirtualClock } from '../virtual-clock.ts';
import { type KillCase, killCases } from './cases.ts';
import { createLife } from './life.ts';
import { createNaiveClient } from './naive-client.ts';

export type Outcome = {
  /** Whether the blow fell: a client that never comes to the transition has no such case. */
  isStruck: boolean;
  /** Runs beyond the one that was asked for. */
  duplicates: number;
  /** Jobs that were written down, and did not come to their picture by themselves. */
  lost: number;
  /** Jobs that no run was ever made of, whose request was lost more often than it is sent again: the person is asked. */
  asked: number;
  /** Where the job ended. */
  end: string;
};

export type ClientName = 'ours' | 'naive';
export type Stage = {
  standIn: StandIn /** Moves on with the stand-in's own time. */;
  nowMs(): number;
  pass(ms: number): void;
};

const jobId = 'the-job';
const workerIsBackMs = 60_000;
const dayMs = 86_400_000;
const browserIsBackMs = 2 * dayMs;
/** Runs of earlier cases are then out of the way of a search. */
const betweenCasesMs = 3_600_000;

/** Plays one case of the table with one seed, from the click to the end, over as many lives as it takes. */
export async function play(kill: KillCase, seed: number, client: ClientName, stage: Stage): Promise<Outcome> {
  const random = createRandom(seed ^ hashText(Object.values(kill).join()));
  const disk: Disk = { journal: createMemoryJournal(), blobs: createMemoryBlobStore() };
  const before = stage.standIn.ledger().length;
  stage.pass(betweenCasesMs);
  const first = await live(kill, { client, disk, stage, random, isFirst: true });
  // Sometimes the next life is cut short too.
  if (!first.isOver && random() < 0.3) {
    const again = {
      ...pick(random, [...killCases] as [KillCase, ...KillCase[]]),
      blow: 'worker stopped',
    } as const;
    pass(kill, stage, random);
    await live(again, { client, disk, stage, random, isFirst: false });
  }
  for (let lives = 0; lives < 2 && (await isLeft(disk)); lives += 1) {
    pass(kill, stage, random);
    await live(null, { client, disk, stage, random, isFirst: false });
  }
  const job = await disk.journal.get(jobId);
  const runs = stage.standIn.ledger().length - before;
  const isAsked = job?.stage.name === 'failed' && job.stage.error.code === 'uncertain' && runs === 0;
  return {
    isStruck: first.isStruck,
    duplicates: Math.max(0, runs - (job ? 1 : 0)),
    lost: job && job.stage.name !== 'done' && !isAsked ? 1 : 0,
    asked: isAsked ? 1 : 0,
    end: job ? describe(job) : 'never begun',
  };
}

/** Time goes by between two lives: a moment for a worker, up to days for a browser, whose clock may be set meanwhile. */
function pass({ blow }: KillCase, stage: Stage, random: Random): void {
  stage.pass(random() * (blow === 'browser killed' ? browserIsBackMs : workerIsBackMs));
}

/** The clock of a device is sometimes a day off, and set right or wrong between two lives. */
function wrongByMs(random: Random): number {
  const isWrong = random() < 0.25;
  return isWrong ? pick(random, [dayMs, -dayMs]) : 0;
}

async function isLeft({ journal }: Disk): Promise<boolean> {
  const job = await journal.get(jobId);
  return job !== null && !isFinished(job);
}

type LifeOf = { client: ClientName; disk: Disk; stage: Stage; random: Random; isFirst: boolean };

async function live(kill: KillCase | null, { client, disk, stage, random, isFirst }: LifeOf) {
  const clock = createVirtualClock(stage.nowMs() + wrongByMs(random));
  const life = createLife(kill, { disk, fetch: globalThis.fetch, clock, random });
  const core = await createCore(stage.standIn, life.disk, {
    clock,
    fetch: life.fetch,
    isOffline: life.isOffline,
  });
  const { runner } = core;
  const naive = createNaiveClient(core, life.disk, clock);
  const request = { ...(await core.request()), source: await tinyPicture(7), id: jobId };
  const work = async (): Promise<void> => {
    if (client === 'naive') return isFirst ? void (await naive.start(request)) : naive.resume();
    if (isFirst) await runner.start(request);
    // The alarm, the start of the browser and a view that asks may all come at once.
    else await Promise.all([runner.resume(), runner.resume()]);
    if (await disk.journal.get(jobId)) await core.end(jobId);
  };
  const isOver = await Promise.race([work().then(() => true), life.killed.then(() => false)]);
  return { isOver, isStruck: life.hasStruck() };
}

function describe({ stage }: Job): string {
  return stage.name === 'failed' ? `failed: ${stage.error.code} ${stage.error.detail}` : stage.name;
}
