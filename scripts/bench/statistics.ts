/** The value that the given share of the sorted samples does not exceed, between samples in proportion. */
export function quantile(samples: readonly number[], share: number): number {
  if (samples.length === 0) throw new Error('There is no sample');
  const sorted = samples.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const lower = sorted[Math.floor(at)] ?? Number.NaN;
  const upper = sorted[Math.ceil(at)] ?? Number.NaN;
  return lower + (upper - lower) * (at - Math.floor(at));
}

export function median(samples: readonly number[]): number {
  return quantile(samples, 0.5);
}

export function mean(samples: readonly number[]): number {
  return sum(samples) / samples.length;
}

export function sum(samples: readonly number[]): number {
  return samples.reduce((total, sample) => total + sample, 0);
}

/** `142 ms (p75 150)` */
export function inWords(samples: readonly number[], unit: string): string {
  const round = (value: number) => (value < 10 ? value.toFixed(1) : value.toFixed(0));
  return `${round(median(samples))} ${unit} (p75 ${round(quantile(samples, 0.75))})`;
}
