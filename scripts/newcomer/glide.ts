import type { Display } from '../browser/display.ts';
import type { ScreenPoint } from '../browser/screen-point.ts';
import { xdotool } from '../browser/xdotool.ts';

const steps = 14;
const stepSeconds = 0.035;

/** Moves the pointer as a hand does: off gently, fast in the middle, to rest gently. */
export async function glide(display: Display, to: ScreenPoint): Promise<void> {
  const now = await xdotool(display, 'getmouselocation', '--shell');
  const read = (name: string) => Number(new RegExp(`${name}=(\\d+)`).exec(now)?.[1] ?? 0);
  const [fromX, fromY] = [read('X'), read('Y')];
  const moves = Array.from({ length: steps }, (_, at) => {
    const done = (1 - Math.cos((Math.PI * (at + 1)) / steps)) / 2;
    const x = Math.round(fromX + (to.xPx - fromX) * done);
    const y = Math.round(fromY + (to.yPx - fromY) * done);
    return ['mousemove', x, y, 'sleep', stepSeconds];
  });
  await xdotool(display, ...moves.flat());
}
