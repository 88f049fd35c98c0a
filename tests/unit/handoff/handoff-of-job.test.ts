import { randomBytes } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { handoffLimits } from '#shared/handoff/handoff.ts';
import { handoffOf } from '#shared/handoff/handoff-of-job.ts';
import { handoffPicture } from '#shared/handoff/handoff-picture.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Bytes } from '#shared/ports.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import { tinyPicture } from '../../fakes/tiny-picture.ts';

const codec = createSharpCodec();
const figures = { queueSeconds: 1, runSeconds: 2, costUsd: 0.1 };
const result = { key: 'result', mimeType: 'image/png', widthPx: 40, heightPx: 40 };
const done = (changes: Partial<Job> = {}) => jobIn({ name: 'done', runId: 'run', result, figures }, changes);

async function shelfOf(kept: Readonly<Record<string, Bytes>>) {
  const get = async (key: string) => {
    const bytes = kept[key];
    return bytes ? { bytes, mimeType: '' } : null;
  };
  return { codec, blobs: { get } };
}

const flat = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#a33' } });
const noise = (sidePx: number) =>
  sharp(randomBytes(sidePx * sidePx * 3), { raw: { width: sidePx, height: sidePx, channels: 3 } });
const bytesOf = async (picture: Sharp): Promise<Bytes> => new Uint8Array(await picture.toBuffer());

test('a result goes with the picture it was made from and what made it: no server, page or price', async () => {
  const { bytes } = await tinyPicture(1);
  const job = done({
    recipe: { ...done().recipe, server: 'https://secret.example.com', deploymentId: 'dep-1' },
  });
  const context = { ...job.context, page: { host: 'shop.example.com', title: 'Shop' }, tabId: 4 };
  const shelf = await shelfOf({ result: bytes, 'sha256-source': bytes });
  const handoff = await handoffOf({ ...job, context }, shelf);
  expect(handoff.recipe).toEqual({
    ...{ presetId: 'builtin.watercolour', presetName: 'Watercolour', prompt: 'make it a watercolour' },
    ...{ strength: 0.8, seed: 7 },
  });
  expect(handoff.name).toBe('coffee');
  expect(readPictureHeader(handoff.picture)).toMatchObject({ mimeType: 'image/png', widthPx: 40 });
  expect(handoff.original).not.toBeNull();
  expect(JSON.stringify(handoff)).not.toMatch(/example\.com|dep-1|Shop/);
});

test.each([
  ['Sunset over a bay', 'Sunset over a bay'],
  ['photo.min.jpg', 'photo.min'],
  ['cdn.example.com', ''],
  ['https://example.com/a b', ''],
])('a picture called %s is called “%s”', async (label, name) => {
  const { bytes } = await tinyPicture(1);
  const job = done({ context: { ...done().context, label } });
  expect((await handoffOf(job, await shelfOf({ result: bytes }))).name).toBe(name);
});

test('an original that is gone is left out; a result that is gone is said', async () => {
  const { bytes } = await tinyPicture(1);
  expect((await handoffOf(done(), await shelfOf({ result: bytes }))).original).toBeNull();
  await expect(handoffOf(done(), await shelfOf({}))).rejects.toMatchObject({ code: 'picture-lost' });
  const running = jobIn({ name: 'created' });
  await expect(handoffOf(running, await shelfOf({}))).rejects.toMatchObject({ code: 'picture-lost' });
});

test('metadata stays behind, and the picture is upright', async () => {
  const shot = flat(60, 40)
    .withExif({ IFD0: { Artist: 'Nobody’s business' } })
    .jpeg();
  const turned = await bytesOf(sharp(await bytesOf(shot)).withMetadata({ orientation: 6 }));
  const bytes = await handoffPicture(turned, codec);
  expect(Buffer.from(bytes).includes('business')).toBe(false);
  expect(readPictureHeader(bytes)).toMatchObject({ widthPx: 40, heightPx: 60, orientation: 1 });
});

test('what is large is handed over smaller, within what the other side takes', async () => {
  const large = await handoffPicture(await bytesOf(flat(3_000, 2_000).png()), codec);
  expect(readPictureHeader(large)).toMatchObject({ mimeType: 'image/png', widthPx: 2_508, heightPx: 1_672 });
  const panorama = await handoffPicture(await bytesOf(flat(6_000, 100).jpeg()), codec);
  expect(readPictureHeader(panorama)).toMatchObject({ widthPx: 4_096, heightPx: 68 });
  const heavy = await bytesOf(noise(1_250).png({ compressionLevel: 0 }));
  expect(heavy.length).toBeGreaterThan(handoffLimits.maxBytes);
  expect(readPictureHeader(await handoffPicture(heavy, codec), handoffLimits)).toMatchObject({
    ...{ mimeType: 'image/jpeg', widthPx: 1_250 },
  });
});
