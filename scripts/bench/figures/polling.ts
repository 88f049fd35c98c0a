import { createLookPlan, nextLookDelayMs } from '#shared/jobs/polling.ts';
import type { Figure, Reading } from '../figure.ts';
import { createNormal, createRandom } from '../random.ts';
import { mean } from '../statistics.ts';

const runs = 10_000;
const seed = 2026;

type NextDelay = (sinceStartMs: number, looks: number) => number;

/** Teams that have 20 runs behind them, each with its own luck; the runs are shared out among them. */
const teams = 50;
const pastRuns = 20;

const policies: Readonly<Record<string, NextDelay>> = {
  'ours, nothing learnt': (sinceStartMs) => nextLookDelayMs('running', sinceStartMs),
  'fixed 2 s': () => 2_000,
  'back-off 1 s x 2 to 30 s': (_, looks) => Math.min(1_000 * 2 ** (looks - 1), 30_000),
};

export const polling: Figure = {
  name: 'polling',
  measures:
    'How long after its end a run is seen to have ended, and how many status requests that takes, over the same ' +
    `${runs} simulated runs (85 % lognormal, median 12 s, sigma .35; 15 % median 45 s, sigma .45), the first look at ` +
    `its start, all of it in one state, requests taking no time. Ours has learnt from ${pastRuns} past runs, drawn ` +
    `anew for each of ${teams} teams. Against a look every 2 s and exponential back-off.`,
  async measure() {
    const durationsMs = simulatedDurationsMs(runs, seed);
    const fixed = Object.entries(policies).flatMap(([name, next]) =>
      readingsOf(
        name,
        durationsMs.map((durationMs) => watch(durationMs, next)),
      ),
    );
    return [...readingsOf('ours', watchAsTeams(durationsMs)), ...fixed];
  },
};

function watchAsTeams(durationsMs: readonly number[]): Watched[] {
  const share = runs / teams;
  return Array.from({ length: teams }, (_, team) => {
    const past = simulatedDurationsMs(pastRuns, seed + 100 + team).map((durationMs) => durationMs / 1000);
    const plan = createLookPlan(past);
    const own = durationsMs.slice(team * share, (team + 1) * share);
    return own.map((durationMs) => watch(durationMs, (sinceStartMs) => plan('running', sinceStartMs)));
  }).flat();
}

function simulatedDurationsMs(count: number, seed: number): number[] {
  const random = createRandom(seed);
  const normal = createNormal(seed + 1);
  return Array.from({ length: count }, () => {
    const isWarm = random() < 0.85;
    return isWarm ? 12_000 * Math.exp(0.35 * normal()) : 45_000 * Math.exp(0.45 * normal());
  });
}

type Watched = { delayMs: number; looks: number };

function readingsOf(name: string, seen: readonly Watched[]): Reading[] {
  const isOurs = name === 'ours';
  return [
    {
      label: `mean delay, ${name}`,
      value: mean(seen.map(({ delayMs }) => delayMs)) / 1000,
      unit: 's',
      goal: isOurs ? 0.85 : null,
    },
    {
      label: `status requests, ${name}`,
      value: mean(seen.map(({ looks }) => looks)),
      unit: 'per run',
      goal: isOurs ? 9 : null,
    },
  ];
}

function watch(durationMs: number, next: NextDelay): Watched {
  let nowMs = 0;
  let looks = 1;
  while (nowMs < durationMs) {
    nowMs += next(nowMs, looks);
    looks += 1;
  }
  return { delayMs: nowMs - durationMs, looks };
}
