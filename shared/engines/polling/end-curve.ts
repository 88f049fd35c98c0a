/** Share of runs that have ended after so many seconds, 0..1, never falling. */
export type EndCurve = (seconds: number) => number;

/** Spread of one past run on the scale of logarithms: run times differ by ratios, not by seconds. */
const spread = 0.15;
/** What is believed beside the past: that a run may take any time around half as long again. */
const doubtSpread = 0.5;
const doubtStretch = 1.5;
const maxDoubt = 0.5;

/**
 * Smooths past run times (seconds, at least one, all above 0) into a curve: one log-logistic step a
 * run, and a broad one for what has not been seen, of the weight of two runs.
 */
export function endCurveOf(pastSeconds: readonly number[]): EndCurve {
  const count = pastSeconds.length;
  const doubt = Math.min(maxDoubt, 2 / count);
  const middle = median(pastSeconds) * doubtStretch;
  return (seconds) => {
    const seen = pastSeconds.reduce((sum, past) => sum + logLogistic(seconds, past, spread), 0) / count;
    return (1 - doubt) * seen + doubt * logLogistic(seconds, middle, doubtSpread);
  };
}

function logLogistic(seconds: number, middle: number, scale: number): number {
  return seconds <= 0 ? 0 : 1 / (1 + (seconds / middle) ** (-1 / scale));
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((one, other) => one - other);
  return sorted[sorted.length >> 1] ?? 0;
}
