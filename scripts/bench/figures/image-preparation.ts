import sharp from 'sharp';
import type { Figure, Reading } from '../figure.ts';
import { type ImagePage, openImagePage } from '../image-page.ts';
import type { Photograph } from '../photographs.ts';
import { ratioOf, takeTurns } from '../side-by-side.ts';
import type { Workshop } from '../workshop.ts';

const roundsEach = 3;

export const imagePreparation: Figure = {
  name: 'image-preparation',
  measures:
    'From a 12-megapixel JPEG in memory to the JPEG (quality 0.85) that is uploaded, in memory: header read, ' +
    'completeness and metadata looked at, decoded, scaled, framed, encoded in a page of Chromium. Against sharp ' +
    'in Node: decoded, scaled to the same size, encoded at quality 85, its cache off.',
  async measure(workshop) {
    const page = await openImagePage();
    try {
      return [await compare(page, workshop)];
    } finally {
      await page.close();
    }
  },
};

async function compare(page: ImagePage, workshop: Workshop): Promise<Reading> {
  sharp.cache(false);
  const photographs = await workshop.photographs();
  const at = (round: number) => photographs[round % photographs.length] as Photograph;
  const size = await page.prepare(at(0).bytes);
  const sides = await takeTurns({
    warmUps: photographs.length,
    rounds: photographs.length * roundsEach,
    ours: async (round) => (await page.prepare(at(round).bytes)).elapsedMs,
    theirs: (round) => prepareBySharp(at(round).bytes, size),
  });
  return ratioOf(sides, 'time, ours / sharp', 1.2);
}

async function prepareBySharp(
  bytes: Buffer,
  { widthPx, heightPx }: { widthPx: number; heightPx: number },
): Promise<number> {
  const startMs = performance.now();
  await sharp(bytes).resize(widthPx, heightPx, { fit: 'fill' }).jpeg({ quality: 85 }).toBuffer();
  return performance.now() - startMs;
}
