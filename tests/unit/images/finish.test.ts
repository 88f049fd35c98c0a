import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { finishResult, toSourceSize } from '#shared/images/finish.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import { bombPng, flag, halfTransparentPng, join, photo, toBytes } from './sample-pictures.ts';

const codec = createSharpCodec();
const wide = { widthPx: 1600, heightPx: 900 };

/** A picture whose every pixel says where it is: red runs with x, green with y. */
function ramp(widthPx: number, heightPx: number) {
  const pixels = new Uint8Array(widthPx * heightPx * 3);
  for (let i = 0; i < widthPx * heightPx; i++) {
    pixels.set([(i % widthPx) % 256, Math.floor(i / widthPx) % 256, 7], i * 3);
  }
  return sharp(pixels, { raw: { width: widthPx, height: heightPx, channels: 3 } });
}

async function rgbOf(bytes: Uint8Array): Promise<Buffer> {
  return sharp(bytes).removeAlpha().raw().toBuffer();
}

test("Kontext's 1392 x 752 goes back into 16:9 pixel by pixel", async () => {
  const finished = await finishResult(await toBytes(ramp(1392, 752).png()), { codec, source: wide });
  expect(finished).toMatchObject({
    mimeType: 'image/png',
    widthPx: 1337,
    heightPx: 752,
    croppedFrom: { widthPx: 1392, heightPx: 752 },
  });
  expect(await sharp(finished.bytes).metadata()).toMatchObject({ format: 'png', width: 1337, height: 752 });
  const expected = ramp(1392, 752).extract({ left: 27, top: 0, width: 1337, height: 752 });
  expect((await rgbOf(finished.bytes)).equals(await expected.raw().toBuffer())).toBe(true);
});

test.each(['webp', 'jpeg', 'png', 'avif'] as const)('a %s comes out as PNG', async (format) => {
  const answer = await toBytes(sharp(photo('coffee.png')).resize(150).toFormat(format));
  const finished = await finishResult(answer, { codec, source: { widthPx: 300, heightPx: 200 } });
  expect(await sharp(finished.bytes).metadata()).toMatchObject({ format: 'png', width: 150, height: 100 });
});

test("the engine's workflow does not stay in the file", async () => {
  const answer = await toBytes(
    flag()
      .withExif({ IFD0: { ImageDescription: 'workflow: {...}' } })
      .png(),
  );
  const finished = await finishResult(answer, { codec, source: { widthPx: 2, heightPx: 1 } });
  expect(Buffer.from(finished.bytes).includes('workflow')).toBe(false);
});

test("the source's transparency is put back, scaled to the result", async () => {
  const alpha = { bytes: await halfTransparentPng(), mimeType: 'image/png' };
  const answer = await toBytes(sharp(photo('coffee.png')).resize(400, 220, { fit: 'fill' }).webp());
  const finished = await finishResult(answer, { codec, source: { widthPx: 40, heightPx: 20 }, alpha });
  expect(finished).toMatchObject({ widthPx: 400, heightPx: 200 });
  const rgba = await sharp(finished.bytes).raw().toBuffer();
  const alphaAt = (x: number, y: number) => rgba[(y * 400 + x) * 4 + 3];
  expect([alphaAt(10, 100), alphaAt(180, 10), alphaAt(220, 10), alphaAt(390, 190)]).toEqual([0, 0, 255, 255]);
});

describe('what is no whole picture is unreadable', () => {
  const text = (content: string) => join(content);

  test.each([
    ['nothing', text('')],
    ['HTML', text('<!doctype html><img src=x onerror=alert(1)>')],
    ['JSON', text('{"error":"not found"}')],
    ['SVG', text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')],
    ['a bomb', bombPng(17_000)],
    ['half a JPEG', photo('rocket.jpg').slice(0, 60_000)],
    ['half a PNG', photo('coffee.png').slice(0, 60_000)],
    ['a PNG with a hole', photo('coffee.png').fill(0, 5000, 9000)],
  ])('%s', async (_, bytes) => {
    const finishing = finishResult(bytes, { codec, source: wide });
    await expect(finishing).rejects.toMatchObject({ code: 'result-unreadable' });
  });

  test('also where the decoder would fill in what is missing, as Firefox does', async () => {
    const filling = { ...codec, render: halfTransparentPng };
    for (const bytes of [photo('rocket.jpg').slice(0, 60_000), photo('coffee.png').slice(0, 60_000)]) {
      const finishing = finishResult(bytes, { codec: filling, source: wide });
      await expect(finishing).rejects.toMatchObject({ code: 'result-unreadable' });
    }
  });

  test('but a fault of our own stays one', async () => {
    const broken = { ...codec, render: () => Promise.reject(new TypeError('a bug')) };
    const finishing = finishResult(photo('coffee.png'), { codec: broken, source: wide });
    await expect(finishing).rejects.toThrow(TypeError);
  });
});

test("the source's exact pixels, and by how much they are enlarged", async () => {
  const finished = await finishResult(await toBytes(ramp(1392, 752).png()), { codec, source: wide });
  const same = await toSourceSize(finished, { codec, source: wide });
  expect(same).toMatchObject({ ...wide, mimeType: 'image/png', croppedFrom: { widthPx: 1392 } });
  expect(await sharp(same.bytes).metadata()).toMatchObject({ width: 1600, height: 900 });
  expect(same.enlargementFactor).toBeCloseTo(1600 / 1337, 2);
});
