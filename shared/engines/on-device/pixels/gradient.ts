import { clamp, mix } from '#shared/engines/on-device/pixels/colour.ts';
import type { Colour } from '#shared/engines/on-device/pixels/picture.ts';

const steps = 255;

/** From the darkest to the lightest colour by tone 0..1, looked up in a table. */
export function createGradient(stops: readonly [Colour, ...Colour[]]): (tone: number) => Colour {
  const table = Array.from({ length: steps + 1 }, (_, step) => colourAt(stops, step / steps));
  const [first] = stops;
  return (tone) => table[(clamp(tone) * steps + 0.5) | 0] ?? first;
}

function colourAt(stops: readonly [Colour, ...Colour[]], tone: number): Colour {
  const place = tone * (stops.length - 1);
  const below = stops[Math.floor(place)] ?? stops[0];
  const above = stops[Math.ceil(place)] ?? below;
  const ratio = place - Math.floor(place);
  return {
    red: mix(below.red, above.red, ratio),
    green: mix(below.green, above.green, ratio),
    blue: mix(below.blue, above.blue, ratio),
  };
}
