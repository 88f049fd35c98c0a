import { randomInt } from 'node:crypto';

/** What samples and properties start from: the one asked for, or another each time. Says how to have it again. */
export function chosenSeed(command: string): number {
  const seed = Number(process.env.RESTYLE_SEED) || randomInt(1, 2 ** 31);
  console.log(`seed ${seed} (the same again: RESTYLE_SEED=${seed} ${command})`);
  return seed;
}
