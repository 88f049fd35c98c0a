import type { SafeRange } from '#shared/presets/preset.ts';

/** How far from its strength a preset is taken to work, as the built-in ones mostly do. */
const reach = 0.15;

/** A range to begin with, 0..1 in steps of a hundredth, around the strength a preset is written for. */
export function rangeAround(strength: number): SafeRange {
  const hundredth = (ratio: number) => Math.round(ratio * 100) / 100;
  return { from: hundredth(Math.max(0, strength - reach)), to: hundredth(Math.min(1, strength + reach)) };
}
