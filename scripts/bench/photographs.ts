import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sharp from 'sharp';
import { createNormal } from './random.ts';

export type Photograph = { path: string; name: string; bytes: Buffer };

export const photographSize = { width: 4000, height: 3000 };
/** As a sensor makes it; with it the files come to the four or five megabytes that phones write. */
const noiseDeviation = 8;
/** No multiple of a row, so that the noise does not stand in columns. */
const noiseLength = 1_000_003;

const folder = fileURLToPath(new URL('../../tests/fixtures/photos', import.meta.url));

/** The photographs of the fixtures, as they are. */
export async function smallPhotographs(): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => /\.(png|jpg)$/.test(name)).sort();
  return names.map((name) => join(folder, name));
}

/** Twelve-megapixel JPEGs (quality 92) made of the small ones: enlarged, with seeded noise for the detail they lack. */
export async function makePhotographs(into: string): Promise<Photograph[]> {
  const noise = createNoise();
  const photographs: Photograph[] = [];
  for (const [index, source] of (await smallPhotographs()).entries()) {
    const bytes = await enlarged(source, noise);
    const name = `photograph-${index}.jpg`;
    const path = join(into, name);
    await writeFile(path, bytes);
    photographs.push({ path, name, bytes });
  }
  return photographs;
}

function createNoise(): Int8Array {
  const normal = createNormal(12);
  return Int8Array.from({ length: noiseLength }, () => Math.round(normal() * noiseDeviation));
}

async function enlarged(source: string, noise: Int8Array): Promise<Buffer> {
  const picture = sharp(source)
    .removeAlpha()
    .toColourspace('srgb')
    .resize({ ...photographSize, kernel: 'cubic' });
  const pixels = await picture.raw().toBuffer();
  // One value for the three colours of a pixel: noise of a sensor is mostly of brightness.
  for (let at = 0; at < pixels.length; at++) {
    const value = (pixels[at] ?? 0) + (noise[Math.floor(at / 3) % noiseLength] ?? 0);
    pixels[at] = Math.min(255, Math.max(0, value));
  }
  return sharp(pixels, { raw: { ...photographSize, channels: 3 } })
    .jpeg({ quality: 92 })
    .toBuffer();
}
