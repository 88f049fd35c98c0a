import type { Reading } from './figure.ts';
import { inWords, median } from './statistics.ts';

/** Milliseconds of ours and of what it is measured against, taken in turns. */
export type Sides = { ours: number[]; theirs: number[] };

type Plan = {
  rounds: number;
  /** Rounds before the first that counts. */
  warmUps: number;
  ours(round: number): Promise<number>;
  theirs(round: number): Promise<number>;
};

/** Both sides in one run and in turns, so that whatever slows the machine down slows both. */
export async function takeTurns({ rounds, warmUps, ours, theirs }: Plan): Promise<Sides> {
  const sides: Sides = { ours: [], theirs: [] };
  for (let round = -warmUps; round < rounds; round++) {
    const index = round + warmUps;
    const isOursFirst = index % 2 === 0;
    const early = isOursFirst ? await ours(index) : await theirs(index);
    const late = isOursFirst ? await theirs(index) : await ours(index);
    if (round < 0) continue;
    sides.ours.push(isOursFirst ? early : late);
    sides.theirs.push(isOursFirst ? late : early);
  }
  return sides;
}

/** Median against median, as a reading. */
export function ratioOf({ ours, theirs }: Sides, heading: Pick<Reading, 'label' | 'goal'>): Reading {
  const quietest = Math.min(...ours) / Math.min(...theirs);
  const details =
    `ours ${inWords(ours, 'ms')}, theirs ${inWords(theirs, 'ms')}, ${ours.length} turns; ` +
    `quietest turns ${quietest.toFixed(2)} x`;
  return { ...heading, value: median(ours) / median(theirs), unit: 'x', details };
}
