/** Rounds of a long campaign: `npm test` runs a sample, `npm run verify` all of it. */
export function rounds({ sample, all }: { sample: number; all: number }): number {
  return process.env.RESTYLE_VERIFY ? all : sample;
}
