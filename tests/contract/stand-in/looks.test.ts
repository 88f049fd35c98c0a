import sharp from 'sharp';
import { beforeAll, expect, it } from 'vitest';
import type { LookRequest } from '../../stand-in/looks/apply-look.ts';
import { looks } from '../../stand-in/looks/choose-look.ts';
import { kontextSize } from '../../stand-in/looks/kontext-size.ts';
import { sharedRenderer } from '../../stand-in/runs/renderer.ts';
import { difference, distance, photo, thumbnailOf } from './harness.ts';

// On the renderer's own thread, as a run does it: a test runner's module loader slows pixel loops tenfold.
const names = Object.keys(looks);
const small = await sharp(photo('astronaut.png')).resize(192).png().toBuffer();

function draw(prompt: string, change: Partial<LookRequest> = {}): Promise<Uint8Array> {
  return sharedRenderer.render({ bytes: small, prompt, strength: 1, seed: 11, megapixels: 0.04, ...change });
}

const source = await thumbnailOf(small);
const drawn = new Map<string, Uint8Array>();
beforeAll(async () => {
  for (const name of names)
    drawn.set(name, await thumbnailOf(await draw(`Turn this into a ${name}, please`)));
}, 30_000);

it('draws every look unlike the source and unlike every other look', () => {
  const rest = new Map(drawn);
  for (const [name, picture] of drawn) {
    expect(distance(picture, source), name).toBeGreaterThan(8);
    rest.delete(name);
    for (const [other, otherPicture] of rest) {
      expect(distance(picture, otherPicture), `${name}, ${other}`).toBeGreaterThan(6);
    }
  }
});

it.each(names)('shows the seed: %s', async (name) => {
  const other = await thumbnailOf(await draw(name, { seed: 12 }));
  expect(distance(drawn.get(name) ?? other, other)).toBeGreaterThan(0.4);
});

it('draws the same request the same way', async () => {
  const [one, other] = [await draw('comic'), await draw('comic')];
  expect(one).toEqual(other);
});

it('changes the picture for words it does not know, differently for different words', async () => {
  const [one, other] = [await draw('as if dreamt by a lighthouse'), await draw('a bowl of thunder')];
  expect(await difference(one, small)).toBeGreaterThan(8);
  expect(await difference(one, other)).toBeGreaterThan(6);
  expect(await draw('a bowl of thunder')).toEqual(other);
  expect(await difference(await draw('a bowl of thunder', { seed: 12 }), other)).toBeGreaterThan(0.4);
});

it.each(['watercolour', 'film noir', 'anything else'])(
  'covers more of the source with more strength: %s',
  async (prompt) => {
    const distances: number[] = [];
    for (const strength of [0.1, 0.4, 0.7, 1]) {
      distances.push(await difference(await draw(prompt, { strength }), small));
    }
    expect(distances).toEqual([...distances].sort((low, high) => low - high));
    expect((distances[3] ?? 0) / (distances[0] ?? 1)).toBeGreaterThan(3);
  },
);

it('takes the look that the prompt names first', async () => {
  const picture = await draw('a pencil sketch, not a watercolour');
  expect(picture).toEqual(await draw('a pencil sketch'));
});

it('answers at about one megapixel, in sizes Kontext knows', async () => {
  expect(kontextSize({ width: 1920, height: 1080 })).toEqual({ width: 1392, height: 752 });
  expect(kontextSize({ width: 12, height: 12 })).toEqual({ width: 1024, height: 1024 });
  const upright = await sharp({ create: { width: 40, height: 60, channels: 4, background: '#3a7' } })
    .withMetadata({ orientation: 6 })
    .png()
    .toBuffer();
  const picture = await draw('vintage', { bytes: upright, megapixels: 1 });
  expect(await sharp(picture).metadata()).toMatchObject({
    format: 'webp',
    width: 1248,
    height: 832,
    hasAlpha: false,
  });
});
