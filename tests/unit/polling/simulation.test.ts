import { expect, it } from 'vitest';
import { createLookPlan, type LookPlan, nextLookDelayMs, planLooks } from '#shared/jobs/polling.ts';

/** Uniform numbers in 0..1 from a seed (mulberry32). */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Run times of a serverless GPU: mostly warm, now and then a cold start. Seconds. */
function createRuns(random: () => number, warmRatio = 0.85): () => number {
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const logNormal = (median: number, sigma: number) => median * Math.exp(sigma * normal());
  return () => (random() < warmRatio ? logNormal(12, 0.35) : logNormal(45, 0.45));
}

/** Looks at a run of `endSeconds` until it is seen to have ended. */
function follow(plan: LookPlan, endSeconds: number): { delaySeconds: number; looks: number } {
  let atMs = 0;
  let looks = 0;
  while (atMs < endSeconds * 1_000) {
    atMs += plan('running', atMs);
    looks += 1;
  }
  return { delaySeconds: atMs / 1_000 - endSeconds, looks };
}

/** Means over many teams, each with its own past. */
function simulate(planFor: (past: readonly number[]) => LookPlan, pastCount: number) {
  const nextRun = createRuns(createRandom(20_261_101));
  const followed = Array.from({ length: 60 }).flatMap(() => {
    const plan = planFor(Array.from({ length: pastCount }, nextRun));
    return Array.from({ length: 300 }, () => follow(plan, nextRun()));
  });
  const mean = (pick: (one: (typeof followed)[number]) => number) =>
    followed.reduce((sum, one) => sum + pick(one), 0) / followed.length;
  return { delaySeconds: mean((one) => one.delaySeconds), looks: mean((one) => one.looks) };
}

it('learns from 20 runs to see the end within 0.85 seconds at 9 looks', () => {
  const { delaySeconds, looks } = simulate(createLookPlan, 20);
  expect(delaySeconds).toBeLessThanOrEqual(0.85);
  expect(looks).toBeLessThanOrEqual(9);
});

it('is better in both than looking every two seconds, and in looks than the geometric plan', () => {
  const learned = simulate(createLookPlan, 20);
  const fixed = simulate(() => () => 2_000, 20);
  const geometric = simulate(() => nextLookDelayMs, 20);
  expect(learned.delaySeconds).toBeLessThan(fixed.delaySeconds * 0.85);
  expect(learned.looks).toBeLessThan(fixed.looks);
  expect(learned.looks).toBeLessThan(geometric.looks * 0.7);
});

it('is of use from the third run on', () => {
  const { delaySeconds, looks } = simulate(createLookPlan, 3);
  expect(delaySeconds).toBeLessThan(2);
  expect(looks).toBeLessThan(12);
});

it('needs less of both where the server tells that a run has not begun to work', () => {
  const random = createRandom(7);
  const workSeconds = createRuns(random, 1);
  const split = () => {
    const startSeconds = random() < 0.15 ? 20 + 30 * random() : 0;
    return { startSeconds, totalSeconds: startSeconds + workSeconds() };
  };
  const untold = { progressRatio: null, queuePosition: null, inStateMs: 0 };
  const seen = Array.from({ length: 40 }).flatMap(() => {
    const past = Array.from({ length: 20 }, split);
    const told = planLooks(past.map((run) => run.totalSeconds - run.startSeconds));
    const blind = createLookPlan(past.map((run) => run.totalSeconds));
    return Array.from({ length: 100 }, split).map(({ startSeconds, totalSeconds }) => {
      const asTold: LookPlan = (_, sinceMs) => {
        const workedSeconds = sinceMs / 1_000 - startSeconds;
        if (sinceMs === 0 || workedSeconds < 0) return told({ ...untold, state: 'starting' });
        return told({ ...untold, state: 'running', workedSeconds });
      };
      return { told: follow(asTold, totalSeconds), blind: follow(blind, totalSeconds) };
    });
  });
  const mean = (of: (one: (typeof seen)[number]) => number) =>
    seen.reduce((sum, one) => sum + of(one), 0) / seen.length;
  expect(mean(({ told }) => told.delaySeconds)).toBeLessThan(mean(({ blind }) => blind.delaySeconds));
  expect(mean(({ told }) => told.looks)).toBeLessThan(mean(({ blind }) => blind.looks));
});
