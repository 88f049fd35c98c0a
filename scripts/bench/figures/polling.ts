import { createLookPlan, nextLookDelayMs, planLooks } from '#shared/jobs/polling.ts';
import type { Figure, Reading } from '../figure.ts';
import { createNormal, createRandom } from '../random.ts';
import { mean } from '../statistics.ts';

const runs = 10_000;
const seed = 2026;

/** Teams that have 20 runs behind them, each with its own luck; the runs are shared out among them. */
const teams = 50;
const pastRuns = 20;

type SimulatedRun = {
  durationMs: number;
  /** Of the duration, what a server that tells its states would call starting. */
  startingMs: number;
};

/** When to look next, at a run that is as it is. */
type NextDelay = (run: SimulatedRun, sinceStartMs: number, looks: number) => number;

const others: Readonly<Record<string, NextDelay>> = {
  'ours, nothing learnt': (_, sinceStartMs) => nextLookDelayMs('running', sinceStartMs),
  'fixed 2 s': () => 2_000,
  'back-off 1 s x 2 to 30 s': (_run, _since, looks) => Math.min(1_000 * 2 ** looks, 30_000),
};

export const polling: Figure = {
  name: 'polling',
  measures:
    'How long after its end a run is seen to have ended, and how many status requests that takes, over the same ' +
    `${runs} simulated runs (85 % lognormal, median 12 s, sigma .35; 15 % median 45 s, sigma .45), requests taking ` +
    'no time, the answer to the start of a run counting as no look. Ours has learnt from ' +
    `${pastRuns} past runs, drawn anew for each of ${teams} teams; once with all of a run in one state, and once as ` +
    'the server tells it: what the slow 15 % take beyond a run of the common kind is the start of their GPU. ' +
    'Against a look every 2 s and exponential back-off.',
  async measure() {
    const draws = simulatedRuns(runs, seed);
    return [
      ...readingsOf('ours', watchAsTeams(draws, inOneState), { delay: 0.85, looks: 9 }),
      ...readingsOf('ours, states told', watchAsTeams(draws, asTold)),
      ...Object.entries(others).flatMap(([name, next]) =>
        readingsOf(
          name,
          draws.map((run) => watch(run, next)),
        ),
      ),
    ];
  },
};

/** What a team knows of its past, and how it plans with that. */
type Policy = { secondsOf: (run: SimulatedRun) => number; nextWith: (past: readonly number[]) => NextDelay };

const inOneState: Policy = {
  secondsOf: ({ durationMs }) => durationMs / 1_000,
  nextWith(past) {
    const plan = createLookPlan(past);
    return (_, sinceStartMs) => plan('running', sinceStartMs);
  },
};

const asTold: Policy = {
  secondsOf: ({ durationMs, startingMs }) => (durationMs - startingMs) / 1_000,
  nextWith(past) {
    const plan = planLooks(past);
    const untold = { progressRatio: null, queuePosition: null };
    return ({ startingMs }, sinceStartMs, looks) => {
      const workedMs = sinceStartMs - startingMs;
      // At the very start nobody knows more than that it was asked for.
      if (looks === 0) return plan({ ...untold, state: 'waiting', inStateMs: 0 });
      if (workedMs < 0) return plan({ ...untold, state: 'starting', inStateMs: sinceStartMs });
      return plan({ ...untold, state: 'running', inStateMs: workedMs, workedSeconds: workedMs / 1_000 });
    };
  },
};

function watchAsTeams(draws: readonly SimulatedRun[], { secondsOf, nextWith }: Policy): Watched[] {
  const share = runs / teams;
  return Array.from({ length: teams }, (_, team) => {
    const next = nextWith(simulatedRuns(pastRuns, seed + 100 + team).map(secondsOf));
    return draws.slice(team * share, (team + 1) * share).map((run) => watch(run, next));
  }).flat();
}

function simulatedRuns(count: number, seed: number): SimulatedRun[] {
  const random = createRandom(seed);
  const normal = createNormal(seed + 1);
  const usualMs = createNormal(seed + 2);
  return Array.from({ length: count }, () => {
    const isWarm = random() < 0.85;
    const durationMs = isWarm ? 12_000 * Math.exp(0.35 * normal()) : 45_000 * Math.exp(0.45 * normal());
    const commonMs = 12_000 * Math.exp(0.35 * usualMs());
    return { durationMs, startingMs: isWarm ? 0 : Math.max(0, durationMs - commonMs) };
  });
}

type Watched = { delayMs: number; looks: number };

function readingsOf(
  name: string,
  seen: readonly Watched[],
  goals?: { delay: number; looks: number },
): Reading[] {
  return [
    {
      label: `mean delay, ${name}`,
      value: mean(seen.map(({ delayMs }) => delayMs)) / 1000,
      unit: 's',
      goal: goals?.delay ?? null,
    },
    {
      label: `status requests, ${name}`,
      value: mean(seen.map(({ looks }) => looks)),
      unit: 'per run',
      goal: goals?.looks ?? null,
    },
  ];
}

function watch(run: SimulatedRun, next: NextDelay): Watched {
  let nowMs = 0;
  let looks = 0;
  while (nowMs < run.durationMs) {
    nowMs += next(run, nowMs, looks);
    looks += 1;
  }
  return { delayMs: nowMs - run.durationMs, looks };
}
