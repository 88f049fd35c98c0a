import { simulateBatch } from '../batch/simulate-batch.ts';
import type { Figure, Reading } from '../figure.ts';
import { createNormal, createRandom } from '../random.ts';
import { mean, sum } from '../statistics.ts';

const slots = 4;
const uploadMs = 1_000;
const pastRuns = 20;

/** Few items are luck, so they are taken more often. */
const sizes = [
  { count: 10, rounds: 200, goal: 1.24 },
  { count: 100, rounds: 10, goal: 1.05 },
  { count: 1_000, rounds: 1, goal: 1.01 },
] as const;

export const batches: Figure = {
  name: 'batches',
  measures:
    `How long a batch takes at ${slots} slots, in multiples of the least it could take (all its run time shared out ` +
    'among the slots, or its longest run). The real scheduler and job runner on a simulated clock; runs are ' +
    'simulated (85 % lognormal, median 12 s, sigma .35; 15 % median 45 s, sigma .45), and so is an upload of ' +
    `${uploadMs / 1_000} s before each; requests take no time. First as if the end of a run were known at once, ` +
    `then found by the real poller, which has learnt from ${pastRuns} past runs.`,
  async measure() {
    const readings: Reading[] = [];
    for (const size of sizes) readings.push(await reading({ ...size, tellsTheEnd: true }));
    for (const size of sizes) readings.push(await reading({ ...size, goal: null, tellsTheEnd: false }));
    return readings;
  },
};

type Wanted = { count: number; rounds: number; goal: number | null; tellsTheEnd: boolean };

async function reading({ count, rounds, goal, tellsTheEnd }: Wanted): Promise<Reading> {
  const ratios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const durationsMs = simulatedDurationsMs(count, 1_000 * count + round);
    const pastSeconds = simulatedDurationsMs(pastRuns, 7 + round).map((ms) => ms / 1_000);
    const tookMs = await simulateBatch({ durationsMs, slots, uploadMs, tellsTheEnd, pastSeconds });
    ratios.push(tookMs / Math.max(sum(durationsMs) / slots, ...durationsMs));
  }
  const how = tellsTheEnd ? 'ends known at once' : 'ends found by looking';
  const details = `${rounds} batches of ${count}, from ${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)} x`;
  return { label: `${count} pictures, ${how}`, value: mean(ratios), unit: 'x', goal, details };
}

function simulatedDurationsMs(count: number, seed: number): number[] {
  const random = createRandom(seed);
  const normal = createNormal(seed + 1);
  return Array.from({ length: count }, () => {
    const isWarm = random() < 0.85;
    return isWarm ? 12_000 * Math.exp(0.35 * normal()) : 45_000 * Math.exp(0.45 * normal());
  });
}
