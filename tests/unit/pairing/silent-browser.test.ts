import { setImmediate as turn } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { mayHaveStarted } from '#shared/engines/start-outcome.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import { createPairedEngine } from '#shared/pairing/guest/engine.ts';
import { createPairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { presetLibrary } from '#shared/presets/preset-library.ts';
import { createMemoryBlobStore } from '#shared/storage/memory.ts';
import { createDesk } from '../../../extension/features/pairing/desk.ts';
import { saveConnection } from '../../../extension/platform/connection-store.ts';
import type { PairingStore } from '../../../extension/platform/pairings/pairing-store.ts';
import type { Services } from '../../../extension/platform/services.ts';
import { connectionOf } from '../../fakes/connections.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createMemoryServices } from '../../fakes/memory-services.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';
import { createHost, guestOf } from './two-sides.ts';

afterEach(() => vi.unstubAllGlobals());

const status = { verb: 'status', jobId: 'job-0001' } as const;
const timedOut = expect.objectContaining({ code: 'timeout' });

/** A clock that stands still until somebody lets a second pass. */
function createHandClock() {
  const looks = new Set<() => void>();
  let passedMs = 0;
  return {
    nowMs: () => passedMs,
    monotonicMs: () => passedMs,
    sleep(delayMs: number, signal?: AbortSignal): Promise<void> {
      const untilMs = passedMs + delayMs;
      return new Promise((resolve, reject) => {
        signal?.addEventListener('abort', () => reject(signal.reason));
        looks.add(() => passedMs >= untilMs && resolve());
      });
    },
    /** How much of time it takes until `work` is settled. */
    async until(work: Promise<unknown>): Promise<number> {
      const fromMs = passedMs;
      let isSettled = false;
      work.finally(() => (isSettled = true)).catch(() => {});
      for (; !isSettled; await turn()) {
        passedMs += 1_000;
        for (const look of looks) look();
      }
      return passedMs - fromMs;
    },
  };
}

/** A pairing over a line whose answers can stay away without its end, beside a clock that passes. */
async function pairedBySilentLine(host = createHost()) {
  const pairing = await guestOf(host).claim(await host.offer());
  let isSilent = false;
  const { deps } = guestOf(host, (text, way) => (isSilent && way === 'to guest' ? [] : [text]));
  const clock = createHandClock();
  const browser = createPairedBrowser(pairing, { ...deps, clock });
  await browser.ask(status);
  return {
    host,
    browser,
    clock,
    setSilent(silent: boolean) {
      isSilent = silent;
    },
  };
}

test('a browser that says nothing any more is given up, and asked anew in another session', async () => {
  const { host, browser, clock, setSilent } = await pairedBySilentLine();
  setSilent(true);
  const asking = Promise.allSettled([browser.ask(status), browser.ask(status)]);
  const tookMs = await clock.until(asking);
  expect(tookMs).toBeGreaterThanOrEqual(60_000);
  expect(tookMs).toBeLessThan(90_000);
  const [first, second] = await asking;
  expect(first).toMatchObject({ status: 'rejected', reason: timedOut });
  expect(second).toMatchObject({ status: 'rejected' });
  setSilent(false);
  await browser.ask(status);
  // One when it was claimed, one for each session.
  expect(host.admitted).toHaveLength(3);
  expect(host.asked).toHaveLength(4);
});

test('whoever waits no longer is told so, and the session goes on', async () => {
  const { host, browser, setSilent } = await pairedBySilentLine();
  setSilent(true);
  const given = new AbortController();
  const asking = browser.ask(status, undefined, { signal: given.signal });
  given.abort();
  await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  await expect(browser.ask(status, undefined, { signal: given.signal })).rejects.toMatchObject({
    name: 'AbortError',
  });
  expect(host.admitted).toHaveLength(2);
});

/** The real desk over a journal in memory. Jobs are written down and not run; what is spent is counted. */
async function deskThatCounts() {
  const { services } = createMemoryServices();
  const withPresets = {
    ...services,
    presets: { load: async () => presetLibrary([]) },
  } as unknown as Services;
  await saveConnection(connectionOf('predictions'), 'key', services.database);
  const spend = vi.fn(async () => true);
  const start = vi.fn(({ id = '' }: JobRequest) => services.journal.put(jobIn({ name: 'created' }, { id })));
  const runner = { start } as unknown as JobRunner;
  const store = { spend } as unknown as PairingStore;
  return { desk: createDesk({ services: withPresets, runner, store }), spend, start };
}

test('a picture whose receipt never came is looked for under its name, and not paid for twice', async () => {
  const { desk, spend, start } = await deskThatCounts();
  const { host, browser, clock, setSilent } = await pairedBySilentLine(createHost(desk.answer));
  const blobs = createMemoryBlobStore();
  const picture = await blobs.put(await tinyPicture(1));
  const job = jobIn({ name: 'created' });
  const engine = createPairedEngine({ browser, blobs, clock, job });
  const request = { inputs: { picture }, nonce: 'nonce-0001' };
  setSilent(true);
  const starting = engine.start(request).catch((error: unknown) => toErrorData(error).code);
  await clock.until(starting);
  expect(await starting).toBe('timeout');
  expect(mayHaveStarted('timeout')).toBe(true);
  setSilent(false);
  await engine.start(request);
  const submitted = host.asked.flatMap(({ ask }) => (ask.verb === 'submit' ? [ask.jobId] : []));
  expect(submitted).toEqual(['nonce-0001', 'nonce-0001']);
  expect(start).toHaveBeenCalledTimes(1);
  expect(spend).toHaveBeenCalledTimes(1);
});
