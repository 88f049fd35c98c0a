import sharp from 'sharp';
import { expect, it } from 'vitest';
import type { Bytes } from '#shared/ports.ts';
import { createCore, createMemoryDisk } from '../../fakes/core.ts';
import { startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 1, coldStartMs: 1, runMs: 5, archiveMs: 0 };
const size = { widthPx: 960, heightPx: 540 };
/** Where the light square stands in a dark 16:9 picture, from each edge, in shares of its sides. */
const inset = { x: 0.05, y: 0.05 };

/** Kontext knows no 16:9: its workflow cuts such a picture. What comes back must lie over it all the same. */
it('brings a 16:9 picture back to where it was, to within a hundredth', async () => {
  const standIn = await startStandIn({ timing, megapixels: 0.3 });
  const disk = createMemoryDisk();
  const core = await createCore(standIn, disk);
  const request = await core.request();
  const gentle = { ...request.recipe, prompt: 'golden hour', strength: 0.1 };
  const source = { bytes: await markedPicture(), mimeType: 'image/png' };
  const { id } = await core.runner.start({ ...request, recipe: gentle, source });
  const job = await core.end(id);
  await standIn.close();
  if (job.stage.name !== 'done') throw new Error(JSON.stringify(job.stage));
  const result = await disk.blobs.get(job.stage.result.key);
  const edges = await edgesOf(result?.bytes ?? new Uint8Array());
  expect(edges.left).toBeCloseTo(inset.x, 1.7);
  expect(edges.top).toBeCloseTo(inset.y, 1.7);
  expect(edges.right).toBeCloseTo(1 - inset.x, 1.7);
  expect(edges.bottom).toBeCloseTo(1 - inset.y, 1.7);
});

async function markedPicture(): Promise<Bytes> {
  const width = Math.round(size.widthPx * (1 - 2 * inset.x));
  const height = Math.round(size.heightPx * (1 - 2 * inset.y));
  const mark = await sharp({ create: { width, height, channels: 3, background: '#fafafa' } })
    .png()
    .toBuffer();
  const dark = { width: size.widthPx, height: size.heightPx, channels: 3, background: '#101010' } as const;
  const picture = sharp({ create: dark }).composite([{ input: mark, gravity: 'centre' }]);
  return Uint8Array.from(await picture.png().toBuffer()) as Bytes;
}

/** Where light begins and ends along the middle row and column, in shares of the picture's sides. */
async function edgesOf(bytes: Uint8Array) {
  const { data, info } = await sharp(bytes).greyscale().blur(1).raw().toBuffer({ resolveWithObject: true });
  const at = (x: number, y: number) => (data[(y * info.width + x) * info.channels] ?? 0) > 128;
  const row = Array.from({ length: info.width }, (_, x) => at(x, Math.floor(info.height / 2)));
  const column = Array.from({ length: info.height }, (_, y) => at(Math.floor(info.width / 2), y));
  return {
    left: row.indexOf(true) / info.width,
    right: (row.lastIndexOf(true) + 1) / info.width,
    top: column.indexOf(true) / info.height,
    bottom: (column.lastIndexOf(true) + 1) / info.height,
  };
}
