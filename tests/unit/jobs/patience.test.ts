import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import { type Patience, patiently } from '#shared/jobs/patience.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const dayMs = 86_400_000;
const broke = () => new AppError('unreachable', 'fetch failed');

/** An operation that takes its time and fails a number of times, and how it was waited for. */
function scene(
  { failures, takesMs }: { failures: number; takesMs: number },
  changes: Partial<Patience> = {},
) {
  const clock = createVirtualClock();
  let tries = 0;
  const operation = async () => {
    tries += 1;
    await clock.sleep(takesMs);
    if (tries <= failures) throw broke();
    return 'through';
  };
  const patience: Patience = {
    patienceMs: 5_000,
    clock,
    nudged: () => new AbortController().signal,
    onTrouble: async () => {},
    isOffline: () => false,
    ...changes,
  };
  return { clock, patience, run: () => patiently(operation, patience), tries: () => tries };
}

it('a try that outlasts all patience is repeated all the same', async () => {
  await expect(scene({ failures: 2, takesMs: 30_000 }).run()).resolves.toBe('through');
});

it('has an end', async () => {
  const { run, tries } = scene({ failures: 1_000, takesMs: 0 });
  await expect(run()).rejects.toMatchObject({ code: 'unreachable' });
  expect(tries()).toBeLessThan(10);
});

it('has none while the device has no network', async () => {
  let tries = 0;
  const isOffline = () => {
    tries += 1;
    return tries < 200;
  };
  const { run, clock } = scene({ failures: 200, takesMs: 0 }, { isOffline });
  await expect(run()).resolves.toBe('through');
  expect(clock.monotonicMs()).toBeGreaterThan(600_000);
});

it('is not spent by a clock that is set, forward or back', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: -dayMs, max: dayMs }), { maxLength: 4 }), async (jumps) => {
      const { run, clock, patience } = scene({ failures: 3, takesMs: 0 }, { patienceMs: 600_000 });
      patience.onTrouble = async () => clock.jump(jumps.shift() ?? 0);
      await expect(run()).resolves.toBe('through');
      expect(clock.monotonicMs()).toBeLessThan(60_000);
    }),
    { numRuns: 20 },
  );
});
