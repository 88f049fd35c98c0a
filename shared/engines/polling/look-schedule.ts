import { type EndCurve, endCurveOf } from '#shared/engines/polling/end-curve.ts';

/** Seconds until the next look after so many seconds; `null` beyond what the past can tell. */
export type LookSchedule = (elapsedSeconds: number) => number | null;

const floorSeconds = 1;
const longestGapSeconds = 30;
/** One request is worth this much waiting, in seconds: it sets looks against delay. */
const lookWorth = 0.09;
/** How far past the longest run there is anything to plan. */
const horizonRatio = 3;
const maxHorizonSeconds = 1_800;
const finestStepSeconds = 0.25;
const maxSteps = 2_400;

/**
 * The times to look at a run at, given how long earlier ones took: those with the least expected
 * waiting plus requests, found by dynamic programming from the horizon backwards. Optimum checking
 * (Keller 1974, Management Science 21(3)) has a density in proportion to the root of the hazard
 * rate; the recursion gives the same plan exactly, with the floor of one second built in.
 */
export function createLookSchedule(pastSeconds: readonly number[]): LookSchedule {
  const horizonSeconds = Math.min(Math.max(...pastSeconds) * horizonRatio, maxHorizonSeconds);
  const stepSeconds = Math.max(finestStepSeconds, horizonSeconds / maxSteps);
  const steps = Math.ceil(horizonSeconds / stepSeconds);
  const gaps = bestGaps(endCurveOf(pastSeconds), steps, stepSeconds);
  return (elapsedSeconds) => {
    const gap = gaps[Math.floor(elapsedSeconds / stepSeconds)];
    return gap === undefined ? null : Math.max(floorSeconds, gap * stepSeconds);
  };
}

/** For each step the number of steps to the next look. */
function bestGaps(ended: EndCurve, steps: number, stepSeconds: number): Uint16Array {
  const shares = Float64Array.from({ length: steps + 1 }, (_, step) => ended(step * stepSeconds));
  const area = areaUnder(shares, stepSeconds);
  const at = (values: Float64Array, step: number) => values[step] ?? 0;
  const [shortest, longest] = [floorSeconds, longestGapSeconds].map((seconds) =>
    Math.ceil(seconds / stepSeconds),
  ) as [number, number];
  const costs = new Float64Array(steps + 1);
  const gaps = new Uint16Array(steps);
  for (let step = steps - 1; step >= 0; step -= 1) {
    let least = Number.POSITIVE_INFINITY;
    for (let gap = shortest; gap <= longest; gap += 1) {
      const next = Math.min(step + gap, steps);
      // Waiting of those who end before the next look, in seconds, weighed by how many they are.
      const waited = at(area, next) - at(area, step) - (next - step) * stepSeconds * at(shares, step);
      const cost = lookWorth * (1 - at(shares, step)) + waited + at(costs, next);
      if (cost < least) [least, gaps[step]] = [cost, gap];
      if (next === steps) break;
    }
    costs[step] = least;
  }
  return gaps;
}

/** Integral of the shares from 0 to each step, by trapezia. */
function areaUnder(shares: Float64Array, stepSeconds: number): Float64Array {
  const area = new Float64Array(shares.length);
  for (let step = 1; step < shares.length; step += 1) {
    const mean = ((shares[step - 1] ?? 0) + (shares[step] ?? 0)) / 2;
    area[step] = (area[step - 1] ?? 0) + mean * stepSeconds;
  }
  return area;
}
