import sharp, { type Sharp } from 'sharp';
import { expect, test } from 'vitest';
import { cropPicture } from '#shared/images/crop.ts';
import type { Bytes } from '#shared/ports.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';

const codec = createSharpCodec();

/** Red on the left, blue on the right. */
function twoHalves() {
  const half = (background: string) => ({
    create: { width: 30, height: 40, channels: 3 as const, background },
  });
  return sharp(half('#f00')).extend({ right: 30, background: '#00f' });
}

const asBytes = (buffer: Buffer) => new Uint8Array(buffer) as Bytes;

test.each([
  ['image/png', (picture: Sharp) => picture.png()],
  ['image/jpeg', (picture: Sharp) => picture.jpeg({ quality: 95 })],
] as const)('a part of a picture is kept as %s in its own pixels', async (mimeType, encode) => {
  const bytes = asBytes(await encode(twoHalves()).toBuffer());
  const part = { xPx: 40, yPx: 10, widthPx: 15, heightPx: 20 };
  const cut = await cropPicture(bytes, part, codec);
  expect(cut.mimeType).toBe(mimeType);
  const { data, info } = await sharp(cut.bytes).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([15, 20]);
  expect(data[0]).toBeLessThan(20);
  expect(data[2]).toBeGreaterThan(230);
});

test('it is cut as the picture is seen, not as it is stored', async () => {
  const lying = sharp(await twoHalves().png().toBuffer()).withMetadata({ orientation: 6 });
  const bytes = asBytes(await lying.jpeg({ quality: 95 }).toBuffer());
  // Stored 60 x 40 and seen 40 x 60: blue is below.
  const cut = await cropPicture(bytes, { xPx: 0, yPx: 45, widthPx: 40, heightPx: 15 }, codec);
  const { data } = await sharp(cut.bytes).raw().toBuffer({ resolveWithObject: true });
  expect(data[2]).toBeGreaterThan(230);
});
