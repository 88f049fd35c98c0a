/** Whether all is to be shown (`npm run verify`), or what has room in the budget of `npm test`. */
export const isWhole = Boolean(process.env.RESTYLE_VERIFY);

/** Rounds of a long campaign: `npm test` runs a sample, `npm run verify` all of it. */
export function rounds({ sample, all }: { sample: number; all: number }): number {
  return isWhole ? all : sample;
}
