import sharp, { type Sharp } from 'sharp';
import type { Figure, Reading } from '../figure.ts';
import { type ImagePage, withImagePage } from '../image-page.ts';
import { type Photograph, photographSize } from '../photographs.ts';
import { ratioOf, takeTurns } from '../side-by-side.ts';

const turnsEach = 3;

type Size = { widthPx: number; heightPx: number };
type Rival = (bytes: Buffer, size: Size) => Sharp;

/** Sharp decodes a JPEG at half its size when it is going to be scaled down that far. */
const asItComes: Rival = (bytes, { widthPx, heightPx }) =>
  sharp(bytes).resize(widthPx, heightPx, { fit: 'fill' });

/** An extract of the whole picture before the scaling keeps sharp from that. */
const everyPixel: Rival = (bytes, { widthPx, heightPx }) =>
  sharp(bytes)
    .extract({ left: 0, top: 0, width: photographSize.width, height: photographSize.height })
    .resize(widthPx, heightPx, { fit: 'fill' });

export const imagePreparation: Figure = {
  name: 'image-preparation',
  measures:
    'From a 12-megapixel JPEG in memory to the JPEG (quality 0.85) that is uploaded, in memory: header, completeness ' +
    'and metadata looked at, decoded, scaled, framed, encoded in a page of Chromium. Against sharp in Node, its cache ' +
    'off and all its threads on: decoded, scaled to the same size, encoded at quality 85.',
  async measure(workshop) {
    sharp.cache(false);
    const photographs = await workshop.photographs();
    return withImagePage(async (page) => [
      await compare(page, photographs, asItComes, { label: 'time, ours / sharp', goal: 1.2 }),
      await compare(page, photographs, everyPixel, {
        label: 'time, ours / sharp on every pixel',
        goal: null,
      }),
    ]);
  },
};

async function compare(
  page: ImagePage,
  photographs: readonly Photograph[],
  rival: Rival,
  heading: { label: string; goal: number | null },
): Promise<Reading> {
  const at = (turn: number) => (photographs[turn % photographs.length] as Photograph).bytes;
  const size = await page.prepare(at(0));
  const sides = await takeTurns({
    warmUps: 2,
    rounds: photographs.length * turnsEach,
    ours: async (turn) => (await page.prepare(at(turn))).elapsedMs,
    theirs: (turn) => elapsedMs(() => rival(at(turn), size).jpeg({ quality: 85 }).toBuffer()),
  });
  return ratioOf(sides, heading);
}

async function elapsedMs(work: () => Promise<unknown>): Promise<number> {
  const startMs = performance.now();
  await work();
  return performance.now() - startMs;
}
