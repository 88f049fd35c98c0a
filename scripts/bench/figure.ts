import type { Workshop } from './workshop.ts';

/** One number that was measured, with its goal. Every goal is an upper limit. */
export type Reading = {
  label: string;
  value: number;
  unit: 'x' | 'ms' | 's' | 'KB' | 'bytes' | 'frames' | 'per run';
  /** At most this; `null` where the number is only there to be compared with. */
  goal: number | null;
  /** What the number was made from. */
  details?: string;
};

export type Figure = {
  /** `npm run bench -- <name>` runs it alone. */
  name: string;
  /** What is measured, what it includes, and against what. */
  measures: string;
  measure(workshop: Workshop): Promise<readonly Reading[]>;
};

export function isMet({ value, goal }: Reading): boolean | null {
  return goal === null ? null : value <= goal;
}
