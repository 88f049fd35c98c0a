/** Whether all is to be shown (`npm run verify`), or what has room in the budget of `npm test`. */
export const isWhole = Boolean(process.env.RESTYLE_VERIFY);

const told = new Set<number>();

/** Rounds of a long campaign: `npm test` runs a sample, `npm run verify` all of it, and says how many those are. */
export function rounds({ sample, all }: { sample: number; all: number }): number {
  if (!isWhole) return sample;
  if (!told.has(all)) console.log(`${all} rounds`);
  told.add(all);
  return all;
}

const seed = Number(process.env.RESTYLE_SEED) || 1;

/** Whether this run shows one of several long tests: `npm test` some of them, by its seed; `npm run verify` all. */
export function isShown(index: number, { sample, all }: { sample: number; all: number }): boolean {
  return isWhole || (seed + index) % all < sample;
}
