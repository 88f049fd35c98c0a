import { colourAt, type Picture, type Rgb } from './picture.ts';
import type { Random } from './random.ts';

function distance(one: Rgb, other: Rgb): number {
  const red = one[0] - other[0];
  const green = one[1] - other[1];
  const blue = one[2] - other[2];
  return 2 * red * red + 4 * green * green + 3 * blue * blue;
}

function nearestIndex(palette: readonly Rgb[], colour: Rgb): number {
  let best = 0;
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < palette.length; index++) {
    const away = distance(palette[index] ?? colour, colour);
    if (away < least) [least, best] = [away, index];
  }
  return best;
}

export function nearestColour(palette: readonly Rgb[], colour: Rgb): Rgb {
  return palette[nearestIndex(palette, colour)] ?? colour;
}

function refine(palette: readonly Rgb[], colours: readonly Rgb[]): Rgb[] {
  const sums = palette.map(() => ({ red: 0, green: 0, blue: 0, count: 0 }));
  for (const colour of colours) {
    const sum = sums[nearestIndex(palette, colour)];
    if (sum === undefined) continue;
    sum.red += colour[0];
    sum.green += colour[1];
    sum.blue += colour[2];
    sum.count++;
  }
  return sums.map(({ red, green, blue, count }, index) =>
    count === 0 ? (palette[index] ?? [0, 0, 0]) : [red / count, green / count, blue / count],
  );
}

/** The colours that say most about a picture (k-means, started with far-apart ones). */
export function findPalette(picture: Picture, size: number, random: Random): readonly Rgb[] {
  const count = picture.width * picture.height;
  const colours = Array.from({ length: 3000 }, () => colourAt(picture, Math.floor(random() * count)));
  let palette: Rgb[] = colours.slice(0, 1);
  while (palette.length < size) {
    const lonely = (colour: Rgb) => distance(nearestColour(palette, colour), colour);
    palette.push(colours.reduce((far, colour) => (lonely(colour) > lonely(far) ? colour : far)));
  }
  for (let round = 0; round < 6; round++) palette = refine(palette, colours);
  return palette;
}
