import { readFileSync } from 'node:fs';
import sharp from 'sharp';
import type { Pixels } from '#shared/images/pixel-codec.ts';
import type { Bytes } from '#shared/ports.ts';

export const photo = (name: string): Bytes =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/photos/${name}`, import.meta.url)));

/** A photograph, small enough for a test of every look. */
export async function photoPixels(name: string, widthPx = 240): Promise<Pixels> {
  const small = sharp(photo(name)).ensureAlpha().resize(widthPx);
  const { data, info } = await small.raw().toBuffer({ resolveWithObject: true });
  return { data: new Uint8ClampedArray(data), widthPx: info.width, heightPx: info.height };
}

/** Mean difference of the colours of two pictures, 0..255. */
export function difference(one: Pixels, other: Pixels): number {
  let sum = 0;
  for (let i = 0; i < one.data.length; i++) sum += Math.abs((one.data[i] ?? 0) - (other.data[i] ?? 0));
  return sum / (one.data.length * 0.75);
}

/** Mean of the red, green and blue values. */
export function meanColour({ data }: Pixels): [number, number, number] {
  const sums: [number, number, number] = [0, 0, 0];
  data.forEach((value, i) => {
    if (i % 4 < 3) sums[(i % 4) as 0 | 1 | 2] += value;
  });
  const [red, green, blue] = sums;
  const count = data.length / 4;
  return [red / count, green / count, blue / count];
}
