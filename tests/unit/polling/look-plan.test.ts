import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLookPlan, nextLookDelayMs, planLooks } from '#shared/jobs/polling.ts';

const pastRuns = fc.array(fc.double({ min: 0.5, max: 900, noNaN: true }), { minLength: 1, maxLength: 40 });
const elapsed = fc.integer({ min: 0, max: 3_600_000 });

describe('createLookPlan', () => {
  it('never looks more often than once a second, nor less often than every thirty', () => {
    fc.assert(
      fc.property(pastRuns, fc.array(elapsed, { maxLength: 20 }), (past, times) => {
        const plan = createLookPlan(past);
        for (const inStateMs of times) {
          const delayMs = plan('running', inStateMs);
          expect(delayMs).toBeGreaterThanOrEqual(1_000);
          expect(delayMs).toBeLessThanOrEqual(31_000);
        }
      }),
      { numRuns: 40 },
    );
  });

  it('ends: after any past a run of an hour is seen within a thousand looks', () => {
    fc.assert(
      fc.property(pastRuns, (past) => {
        const plan = createLookPlan(past);
        let looks = 0;
        for (let atMs = 0; atMs < 3_600_000; atMs += plan('running', atMs)) looks += 1;
        expect(looks).toBeLessThan(1_000);
      }),
      { numRuns: 40 },
    );
  });

  it('looks seldom before the shortest past run and often around the usual one', () => {
    const past = Array.from({ length: 20 }, (_, index) => 38 + index / 5);
    const plan = createLookPlan(past);
    expect(plan('running', 0)).toBeGreaterThan(10_000);
    expect(plan('running', 40_000)).toBeLessThanOrEqual(1_500);
    expect(plan('running', 70_000)).toBeGreaterThanOrEqual(2_000);
  });

  it('does not mind the order of the past', () => {
    fc.assert(
      fc.property(pastRuns, elapsed, (past, inStateMs) => {
        const [one, other] = [createLookPlan(past), createLookPlan(past.toReversed())];
        expect(Math.abs(one('running', inStateMs) - other('running', inStateMs))).toBeLessThan(1_000);
      }),
      { numRuns: 40 },
    );
  });

  it.each([[[]], [[0, -3, Number.NaN, Number.POSITIVE_INFINITY]]])(
    'without a usable past %j is geometric',
    (past) => {
      const plan = createLookPlan(past);
      for (const inStateMs of [0, 12_000, 90_000])
        expect(plan('running', inStateMs)).toBe(nextLookDelayMs('running', inStateMs));
    },
  );

  it('says nothing about the states before', () => {
    const plan = createLookPlan([12, 14, 45]);
    expect(plan('waiting', 20_000)).toBe(nextLookDelayMs('waiting', 20_000));
    expect(plan('starting', 20_000)).toBe(nextLookDelayMs('starting', 20_000));
  });
});

describe('planLooks', () => {
  const facts = { state: 'running', progressRatio: 0.3, queuePosition: null, inStateMs: 0 } as const;
  const next = planLooks([40, 41, 42, 43, 44]);

  it('looks at once when nearly all nodes are done', () => {
    expect(next(facts)).toBeGreaterThan(5_000);
    expect(next({ ...facts, progressRatio: 0.93 })).toBe(1_000);
  });

  it('looks less often the farther back in the queue', () => {
    const quick = planLooks([1, 1.2, 0.9]);
    const waits = [0, 1, 3, 40].map((queuePosition) =>
      quick({ ...facts, state: 'waiting', progressRatio: 0, queuePosition }),
    );
    expect(waits).toEqual([1_500, 1_500, 3_000, 5_000]);
  });

  it.each(['waiting', 'starting'] as const)(
    'leaves alone one that is %s while it cannot end, but not for longer than five seconds',
    (state) => {
      expect(next({ ...facts, state })).toBe(5_000);
      expect(planLooks([])({ ...facts, state })).toBeLessThanOrEqual(1_500);
    },
  );

  it('goes by the time a run has worked, as the server has it, whatever we have seen of it', () => {
    const late = next({ ...facts, workedSeconds: 41, inStateMs: 0 });
    expect(late).toBe(next({ ...facts, inStateMs: 41_000 }));
    expect(late).toBeLessThan(next(facts));
  });
});
