import { isNumber, type Of, recordOf, type Shape } from './shape.ts';

/** Smaller, the panel's own words no longer fit; larger, it leaves the screen of a laptop. */
const windowLimits = {
  widthPx: { least: 240, most: 800 },
  heightPx: { least: 420, most: 1200 },
} as const;

const isSize = recordOf({ widthPx: isNumber, heightPx: isNumber });
export type WindowSize = Of<typeof isSize>;

/** Of the panel's window, within its limits. */
export const isWindowSize: Shape<WindowSize> = (value): value is WindowSize =>
  isSize(value) && sides.every((side) => value[side] === withinLimits(value)[side]);

const sides = ['widthPx', 'heightPx'] as const;

export function withinLimits({ widthPx, heightPx }: WindowSize): WindowSize {
  const within = (px: number, { least, most }: { least: number; most: number }) =>
    Math.round(Math.min(Math.max(px, least), most));
  return {
    widthPx: within(widthPx, windowLimits.widthPx),
    heightPx: within(heightPx, windowLimits.heightPx),
  };
}
