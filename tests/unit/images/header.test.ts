import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { readPictureHeader } from '#shared/images/header.ts';
import { stillGif } from '#shared/images/headers/gif.ts';
import {
  bmp,
  flag,
  halfTransparentPng,
  ico,
  isoBox,
  join,
  orientations,
  photo,
  photoNames,
  pngChunk,
  toBytes,
  withJpegSegment,
  withPngChunk,
} from './sample-pictures.ts';

const still = { orientation: 1, animated: false };

test.each(photoNames)('agrees with sharp about %s', async (name) => {
  const { width, height, hasAlpha, format } = await sharp(photo(name)).metadata();
  const header = readPictureHeader(photo(name));
  expect([header.widthPx, header.heightPx]).toEqual([width, height]);
  expect([header.mimeType, header.mayHaveAlpha]).toEqual([`image/${format}`, hasAlpha]);
});

test('a GIF that moves is kept by its first frame alone', async () => {
  const frame = (background: string) =>
    sharp({ create: { width: 20, height: 10, channels: 3, background } })
      .png()
      .toBuffer();
  const frames = await Promise.all(['#f00', '#00f', '#0f0'].map(frame));
  const moving = await toBytes(sharp(frames, { join: { animated: true } }).gif());
  expect(readPictureHeader(moving).animated).toBe(true);
  const still = stillGif(moving);
  expect(readPictureHeader(still)).toEqual({ ...readPictureHeader(moving), animated: false });
  const { data, info } = await sharp(still).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height, data[0], data[2]]).toEqual([20, 10, 255, 0]);
});

describe('opaque pictures', () => {
  test.each([
    ['png', { lossless: true, mayHaveAlpha: false }],
    ['jpeg', { lossless: false, mayHaveAlpha: false }],
    ['webp', { lossless: false, mayHaveAlpha: false }],
    ['avif', { lossless: false, mayHaveAlpha: false }],
  ] as const)('%s', async (format, facts) => {
    const header = readPictureHeader(await toBytes(flag().toFormat(format)));
    expect(header).toEqual({ mimeType: `image/${format}`, widthPx: 64, heightPx: 32, ...still, ...facts });
  });
});

test('a GIF may be transparent only if it names a transparent colour', async () => {
  const gif = await toBytes(flag().gif());
  const controlAt = Buffer.from(gif).indexOf(Uint8Array.from([0x21, 0xf9]));
  gif[controlAt + 3] = 1;
  expect(readPictureHeader(gif).mayHaveAlpha).toBe(true);
  gif[controlAt + 3] = 0;
  expect(readPictureHeader(gif)).toMatchObject({ mayHaveAlpha: false, lossless: true, ...still });
});

describe('pictures with transparency', () => {
  test.each(['png', 'webp', 'avif', 'gif'] as const)('%s', async (format) => {
    const picture = sharp(await halfTransparentPng()).toFormat(format);
    expect(readPictureHeader(await toBytes(picture))).toMatchObject({ widthPx: 40, mayHaveAlpha: true });
  });

  test('a palette PNG with tRNS', async () => {
    const picture = sharp(await halfTransparentPng()).png({ palette: true });
    expect(readPictureHeader(await toBytes(picture)).mayHaveAlpha).toBe(true);
  });

  test('lossless WebP says both', async () => {
    const picture = sharp(await halfTransparentPng()).webp({ lossless: true });
    expect(readPictureHeader(await toBytes(picture))).toMatchObject({ lossless: true, mayHaveAlpha: true });
  });
});

test('a WebP is lossless by the chunk of its pixels, whatever lies before', async () => {
  const still = await toBytes(flag().webp({ lossless: true }));
  const pixels = still.subarray(Buffer.from(still).indexOf('VP8L'));
  const canvas = join('VP8X', [10, 0, 0, 0], [0x20, 0, 0, 0], [63, 0, 0], [31, 0, 0]);
  const oddProfile = join('ICCP', [3, 0, 0, 0], 'abc', [0]);
  const webp = join('RIFF', [0, 0, 0, 0], 'WEBP', canvas, oddProfile, pixels);
  expect(readPictureHeader(webp)).toMatchObject({ widthPx: 64, heightPx: 32, lossless: true });
});

describe('orientation', () => {
  test.each(orientations)('%i in JPEG, PNG and AVIF, where browsers obey it', async (orientation) => {
    const lies = orientation >= 5;
    const expected = { orientation, widthPx: lies ? 32 : 64, heightPx: lies ? 64 : 32 };
    for (const format of ['jpeg', 'png', 'avif'] as const) {
      const picture = flag().withMetadata({ orientation }).toFormat(format);
      expect(readPictureHeader(await toBytes(picture)), format).toMatchObject(expected);
    }
  });

  test('not in WebP, where browsers do not', async () => {
    const picture = await toBytes(flag().withMetadata({ orientation: 6 }).webp());
    expect(readPictureHeader(picture)).toMatchObject({ orientation: 1, widthPx: 64, heightPx: 32 });
  });

  test('in little and big endian', async () => {
    const jpeg = await toBytes(flag().jpeg());
    const big = join('Exif\0\0MM\0*', [0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0]);
    const little = join(
      'Exif\0\0II*\0',
      [8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 8, 0, 0, 0, 0, 0, 0, 0],
    );
    expect(readPictureHeader(withJpegSegment(jpeg, 0xe1, big)).orientation).toBe(6);
    expect(readPictureHeader(withJpegSegment(jpeg, 0xe1, little)).orientation).toBe(8);
  });

  test.each(['Exif\0\0', 'Exif\0\0MM\0*\xff\xff\xff\xff', 'Exif\0\0II*\0\x08\0\0\0\xff\xff\x12\x01'])(
    'is upright where the EXIF is damaged: %j',
    async (exif) => {
      const jpeg = withJpegSegment(await toBytes(flag().jpeg()), 0xe1, exif);
      expect(readPictureHeader(jpeg)).toMatchObject({ orientation: 1, widthPx: 64 });
    },
  );
});

describe('animations', () => {
  const frames = () =>
    sharp(Buffer.concat([Buffer.alloc(8 * 8 * 3, 10), Buffer.alloc(8 * 8 * 3, 200)]), {
      raw: { width: 8, height: 16, channels: 3, pageHeight: 8 },
    });

  test.each(['gif', 'webp'] as const)('%s', async (format) => {
    const bytes = await toBytes(frames().toFormat(format));
    expect(readPictureHeader(bytes)).toMatchObject({ widthPx: 8, heightPx: 8, animated: true });
  });

  test('APNG', async () => {
    const apng = withPngChunk(await toBytes(flag().png()), pngChunk('acTL', '\0\0\0\x02\0\0\0\0'));
    expect(readPictureHeader(apng)).toMatchObject({ widthPx: 64, animated: true });
  });
});

describe('odd but decodable files', () => {
  test('a GIF whose screen is smaller than its frame grows to it', async () => {
    const gif = await toBytes(flag().gif());
    gif.set([10, 0, 10, 0], 6);
    expect(readPictureHeader(gif)).toMatchObject({ widthPx: 64, heightPx: 32 });
  });

  test('a GIF whose frame leaves screen uncovered may be transparent', async () => {
    const gif = await toBytes(flag().gif());
    gif.set([200, 0, 100, 0], 6);
    expect(readPictureHeader(gif)).toMatchObject({ widthPx: 200, heightPx: 100, mayHaveAlpha: true });
  });

  test('a JPEG with stray and fill bytes before a marker', async () => {
    const jpeg = await toBytes(flag().jpeg());
    const secondAt = 4 + (jpeg[5] ?? 0);
    const stray = [0x12, 0x00, 0xff, 0x00, 0xff, 0xff];
    const odd = join(jpeg.subarray(0, secondAt), stray, jpeg.subarray(secondAt));
    expect(await sharp(odd, { failOn: 'error' }).metadata()).toMatchObject({ width: 64 });
    expect(readPictureHeader(odd)).toMatchObject({ widthPx: 64, heightPx: 32 });
  });

  test('a BMP with rows from the top', () => {
    expect(readPictureHeader(bmp(7, -5))).toMatchObject({ widthPx: 7, heightPx: 5, mayHaveAlpha: false });
  });

  test('an icon is as large as its largest picture', async () => {
    const large = await toBytes(flag().resize(256, 256, { fit: 'fill' }).png());
    const icon = ico([
      { sidePx: 16, contents: bmp(16, 32).subarray(14) },
      { sidePx: 256, contents: large },
    ]);
    expect(readPictureHeader(icon)).toMatchObject({ mimeType: 'image/x-icon', widthPx: 256, heightPx: 256 });
    const small = ico([{ sidePx: 16, contents: bmp(16, 32).subarray(14) }]);
    expect(readPictureHeader(small)).toMatchObject({ widthPx: 16, heightPx: 16 });
  });
});

describe('AVIF items', () => {
  const noFlags = [0, 0, 0, 0];
  const sizeOf = (widthPx: number, heightPx: number) =>
    isoBox('ispe', noFlags, [0, 0, 0, widthPx, 0, 0, 0, heightPx]);

  /** Item 1 is a thumbnail of 10 x 10, item 2 the picture of 200 x 100, with some transformations. */
  function avif(transformations: Uint8Array[], isWide: boolean): Uint8Array {
    const properties = isoBox('ipco', sizeOf(10, 10), sizeOf(200, 100), ...transformations);
    const numbers = [2, ...transformations.map((_, i) => 3 + i)];
    const idOf = (id: number) => (isWide ? [0, 0, 0, id] : [0, id]);
    const numberOf = (number: number) => (isWide ? [0x80, number] : [0x80 | number]);
    const versionAndFlags = isWide ? [1, 0, 0, 1] : noFlags;
    const thumbnail = [...idOf(1), 1, ...numberOf(1)];
    const picture = [...idOf(2), numbers.length, ...numbers.flatMap(numberOf)];
    const associations = isoBox('ipma', versionAndFlags, [0, 0, 0, 2], thumbnail, picture);
    const primary = isoBox('pitm', isWide ? [1, 0, 0, 0] : noFlags, idOf(2));
    const meta = isoBox('meta', noFlags, primary, isoBox('iprp', properties, associations));
    return join(isoBox('ftyp', 'avif', noFlags, 'mif1'), meta);
  }

  test.each([true, false])('the primary one counts, by wide numbers: %s', (isWide) => {
    expect(readPictureHeader(avif([], isWide))).toMatchObject({
      widthPx: 200,
      heightPx: 100,
      orientation: 1,
    });
  });

  const turned = (quarters: number) => isoBox('irot', [quarters]);
  const mirrored = (axis: number) => isoBox('imir', [axis]);

  // libavif's avifImageIrotImirToExifOrientation.
  test.each([
    ['a quarter, top and bottom exchanged', [turned(1), mirrored(0)], 5],
    ['a quarter, left and right exchanged', [turned(1), mirrored(1)], 7],
    ['a half', [turned(2)], 3],
    ['a half, top and bottom exchanged', [turned(2), mirrored(0)], 2],
    ['a half, left and right exchanged', [turned(2), mirrored(1)], 4],
    ['three quarters, top and bottom exchanged', [turned(3), mirrored(0)], 7],
  ])('are turned by %s', (_, transformations, orientation) => {
    expect(readPictureHeader(avif(transformations, false)).orientation).toBe(orientation);
  });
});
