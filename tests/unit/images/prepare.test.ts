import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ImageCodec } from '#shared/images/codec.ts';
import { kontextAreaPx, prepareForUpload } from '#shared/images/prepare.ts';
import { stripMetadata } from '#shared/images/strip.ts';
import type { Bytes } from '#shared/ports.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import {
  bombPng,
  flag,
  flatArt,
  halfTransparentPng,
  join,
  orientations,
  paint,
  photo,
  photoNames,
  pngChunk,
  toBytes,
  withPngChunk,
} from './sample-pictures.ts';

const codec = createSharpCodec();
const prepare = (bytes: Bytes, options: object = {}) => prepareForUpload(bytes, { codec, ...options });

async function colourAt(bytes: Uint8Array, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).extract({ left, top, width: 1, height: 1 }).removeAlpha().raw().toBuffer())];
}

/** Mean difference of two pictures' channels, 0..255. */
async function meanDifference(a: Uint8Array, b: Uint8Array): Promise<number> {
  const { width, height } = await sharp(a).metadata();
  const raw = (bytes: Uint8Array) =>
    sharp(bytes).resize(width, height, { fit: 'fill' }).toColourspace('srgb').removeAlpha().raw().toBuffer();
  const [left, right] = await Promise.all([raw(a), raw(b)]);
  return left.reduce((sum, value, i) => sum + Math.abs(value - (right[i] ?? 0)), 0) / left.length;
}

/** A codec that counts how often and how much it decodes. */
function countingCodec(): ImageCodec & { decodedBytes: number[] } {
  const decodedBytes: number[] = [];
  return {
    ...codec,
    decodedBytes,
    render: (bytes, ...rest) => {
      decodedBytes.push(bytes.length);
      return codec.render(bytes, ...rest);
    },
  };
}

describe('photographs', () => {
  test.each(photoNames)('%s keeps its size and looks, and never grows', async (name) => {
    const original = photo(name);
    const prepared = await prepare(original);
    const { mimeType, widthPx, heightPx } = prepared.source;
    expect(prepared).toMatchObject({ widthPx, heightPx, transparentRatio: 0 });
    const stripped = stripMetadata(original, mimeType) ?? join();
    expect(prepared.bytes.length).toBeLessThanOrEqual(stripped.length);
    expect(await sharp(prepared.bytes).metadata()).toMatchObject({ width: widthPx, height: heightPx });
    expect(await meanDifference(prepared.bytes, original)).toBeLessThan(4);
  });

  test('a large one becomes a megapixel JPEG, decoded once', async () => {
    const large = await toBytes(
      sharp(photo('hubble_deep_field.jpg')).resize(4000, 3000, { fit: 'fill' }).jpeg(),
    );
    const counting = countingCodec();
    const prepared = await prepare(large, { codec: counting });
    expect(prepared).toMatchObject({ mimeType: 'image/jpeg', widthPx: 1181, heightPx: 886 });
    expect(prepared.widthPx * prepared.heightPx).toBeLessThanOrEqual(kontextAreaPx);
    expect(counting.decodedBytes).toEqual([large.length]);
  });

  test('a large PNG is decoded once; the rest is made from its small copy', async () => {
    const large = await toBytes(sharp(photo('coffee.png')).resize(2400, 1600).png());
    const counting = countingCodec();
    expect(await prepare(large, { codec: counting, maxAreaPx: 60_000 })).toMatchObject({
      mimeType: 'image/jpeg',
      widthPx: 300,
      heightPx: 200,
    });
    expect(counting.decodedBytes.filter((length) => length === large.length)).toHaveLength(1);
  });

  test.each(orientations)('stand upright whatever their orientation: %i', async (orientation) => {
    const expected = await toBytes(flag().withMetadata({ orientation }).png());
    const shown = await toBytes(sharp(expected).autoOrient().png());
    for (const format of ['jpeg', 'png'] as const) {
      const source = flag().resize(640, 320, { kernel: 'nearest' }).withMetadata({ orientation });
      const prepared = await prepare(await toBytes(source.toFormat(format, { quality: 95 })));
      expect(prepared.source.orientation).toBe(orientation);
      expect((await sharp(prepared.bytes).metadata()).orientation ?? 1).toBe(1);
      const large = await toBytes(
        sharp(shown).resize(prepared.widthPx, prepared.heightPx, { kernel: 'nearest' }).png(),
      );
      expect(await meanDifference(prepared.bytes, large)).toBeLessThan(3);
    }
  });

  test('carry no place and no maker', async () => {
    const exif = { IFD0: { Make: 'SecretMaker' }, IFD3: { GPSLatitude: '48/1 51/1 29/1' } };
    for (const side of [300, 3000]) {
      const picture = sharp(photo('coffee.png')).resize(side).withExif(exif).jpeg({ quality: 70 });
      const prepared = await prepare(await toBytes(picture));
      expect(Buffer.from(prepared.bytes).includes('SecretMaker')).toBe(false);
      expect((await sharp(prepared.bytes).metadata()).exif).toBeUndefined();
    }
  });
});

describe('the smallest file wins', () => {
  test('the stripped original, when it was pressed harder than we would', async () => {
    const pressed = await toBytes(sharp(photo('coffee.png')).jpeg({ quality: 40 }));
    const prepared = await prepare(pressed);
    expect(prepared.bytes).toEqual(stripMetadata(pressed, 'image/jpeg'));
  });

  test('a re-encode, when the original was hardly pressed', async () => {
    const rich = await toBytes(sharp(photo('coffee.png')).jpeg({ quality: 100, chromaSubsampling: '4:4:4' }));
    const prepared = await prepare(rich);
    expect(prepared.mimeType).toBe('image/jpeg');
    expect(prepared.bytes.length).toBeLessThan(rich.length / 3);
  });

  test('PNG for flat art, also out of a GIF', async () => {
    expect((await prepare(await toBytes(flatArt().png()))).mimeType).toBe('image/png');
    expect((await prepare(await toBytes(flatArt().gif()))).mimeType).toBe('image/png');
    expect((await prepare(await toBytes(flatArt().webp({ lossless: true })))).mimeType).toBe('image/png');
  });

  test('but never the original of a picture that is too large', async () => {
    const large = await toBytes(flatArt().resize(3200, 2000, { kernel: 'nearest' }).png({ palette: true }));
    const prepared = await prepare(large);
    const { width, height } = await sharp(prepared.bytes).metadata();
    expect([width, height]).toEqual([prepared.widthPx, prepared.heightPx]);
    expect(prepared.widthPx).toBeLessThan(1400);
  });

  test('JPEG for a photograph that came as PNG', async () => {
    expect((await prepare(photo('chelsea.png'))).mimeType).toBe('image/jpeg');
  });

  test('a lying picture that was pressed hard is pressed harder too', async () => {
    const lying = await toBytes(
      sharp(photo('coffee.png')).withMetadata({ orientation: 6 }).jpeg({ quality: 62 }),
    );
    const prepared = await prepare(lying);
    expect(prepared).toMatchObject({ widthPx: 400, heightPx: 600 });
    expect(prepared.bytes.length).toBeLessThanOrEqual((stripMetadata(lying, 'image/jpeg') ?? join()).length);
  });
});

describe('what an engine would read otherwise than a browser is re-encoded', () => {
  const small = () => sharp(photo('coffee.png')).resize(200);

  test('wide colours', async () => {
    const p3 = await toBytes(small().withIccProfile('p3').jpeg({ quality: 30 }));
    const prepared = await prepare(p3);
    expect(prepared.bytes).not.toEqual(stripMetadata(p3, 'image/jpeg'));
    expect((await sharp(prepared.bytes).metadata()).icc).toBeUndefined();
    expect(await meanDifference(prepared.bytes, await toBytes(small().png()))).toBeLessThan(8);
  });

  test('but not a picture that says it is sRGB', async () => {
    const srgb = await toBytes(small().withIccProfile('srgb').jpeg({ quality: 30 }));
    expect((await sharp(srgb).metadata()).icc).toBeDefined();
    expect((await prepare(srgb)).bytes).toEqual(stripMetadata(srgb, 'image/jpeg'));
  });

  test.each([
    ['CMYK', () => small().toColourspace('cmyk').jpeg({ quality: 30 }), 'image/jpeg'],
    ['16 bits', () => flag().toColourspace('rgb16').png(), 'image/png'],
  ] as const)('%s', async (_, picture, mimeType) => {
    const bytes = await toBytes(picture());
    expect((await prepare(bytes)).bytes).not.toEqual(stripMetadata(bytes, mimeType));
  });

  test('an animation, of which the first frame goes', async () => {
    const still = await toBytes(flatArt().png({ palette: true }));
    const apng = withPngChunk(still, pngChunk('acTL', '\0\0\0\x02\0\0\0\0'));
    const prepared = await prepare(apng);
    expect(prepared.source.animated).toBe(true);
    expect(prepared.bytes).not.toEqual(stripMetadata(apng, 'image/png'));
    expect((await prepare(still)).bytes).toEqual(stripMetadata(still, 'image/png'));
  });
});

describe('transparency', () => {
  test('goes out over white, and is measured', async () => {
    const prepared = await prepare(await halfTransparentPng());
    expect(prepared.transparentRatio).toBeCloseTo(0.5, 1);
    expect(await colourAt(prepared.bytes, 2, 10)).toEqual([255, 255, 255]);
    expect((await sharp(prepared.bytes).stats()).isOpaque).toBe(true);
  });

  test('or over the colour asked for, as JPEG and as PNG', async () => {
    const noise = (x: number, y: number) => ((x * 7919) ^ (y * 104_729) ^ (x * y * 31)) & 0xff;
    const noisy = paint(300, 300, (x, y) => [noise(x, y), noise(y, x), noise(x, x + y), x < 150 ? 0 : 255]);
    for (const [picture, mimeType] of [
      [await toBytes(noisy.png()), 'image/jpeg'],
      [await halfTransparentPng(), 'image/png'],
    ] as const) {
      const prepared = await prepare(picture, { background: '#0000ff' });
      expect(prepared.mimeType).toBe(mimeType);
      const [red = 255, green = 255, blue = 0] = await colourAt(prepared.bytes, 2, 10);
      expect(red + green).toBeLessThan(12);
      expect(blue).toBeGreaterThan(245);
    }
  });

  test('is none in a picture that only could have it', async () => {
    const prepared = await prepare(await toBytes(flag().ensureAlpha(1).png()));
    expect(prepared.transparentRatio).toBe(0);
    expect(prepared.source.mayHaveAlpha).toBe(true);
  });
});

describe('refusals', () => {
  const neverAsked: ImageCodec = {
    render: () => Promise.reject(new Error('decoded')),
    transparentRatio: () => Promise.reject(new Error('decoded')),
    withAlphaOf: () => Promise.reject(new Error('decoded')),
  };

  test.each([
    ['picture-too-large', bombPng(17_000)],
    ['picture-empty', join()],
    ['picture-not-a-picture', join('<!doctype html>')],
    ['picture-unsupported', photo('rocket.jpg').slice(0, 60_000)],
    ['picture-unsupported', photo('coffee.png').slice(0, 60_000)],
  ])('%s comes before any decoding', async (code, bytes) => {
    await expect(prepareForUpload(bytes, { codec: neverAsked })).rejects.toMatchObject({ code });
  });

  test('what only looks whole is found out by decoding', async () => {
    const png = photo('coffee.png');
    png.fill(0, 5000, 9000);
    await expect(prepare(png)).rejects.toMatchObject({ code: 'picture-unsupported' });
  });
});
