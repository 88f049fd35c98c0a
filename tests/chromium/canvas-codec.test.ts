import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RenderPlan } from '#shared/images/codec.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { Bytes } from '#shared/ports.ts';
import {
  bmp,
  flag,
  halfTransparentPng,
  ico,
  join,
  orientations,
  paint,
  photo,
  toBytes,
} from '../unit/images/sample-pictures.ts';
import { corners } from './corners.ts';
import { openScriptPage } from './script-page.ts';

let page: Page;
let close: (() => Promise<void>) | undefined;

/** A call of the codec inside the page, and what comes of it. */
type Call = [
  method: 'render' | 'transparentRatio' | 'withAlphaOf',
  ...values: (Bytes | string | RenderPlan)[],
];
type Answer = Bytes | number | { code: string };
declare const runCodec: (call: Call) => Promise<Answer>;

const pageScript = `
  import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
  const codec = createCanvasCodec();
  globalThis.runCodec = ([method, ...values]) =>
    codec[method](...values).catch((error) => ({ code: error.code ?? String(error) }));
`;

beforeAll(async () => {
  ({ page, close } = await openScriptPage(pageScript));
});
afterAll(() => close?.());

async function call(...values: Call): Promise<Answer> {
  return page.evaluate((given) => runCodec(given), values);
}

async function render(bytes: Bytes, plan: RenderPlan): Promise<Bytes> {
  return picture(await call('render', bytes, '', plan));
}

function picture(answer: Answer): Bytes {
  if (answer instanceof Uint8Array) return join(answer);
  throw new Error(`no picture but ${JSON.stringify(answer)}`);
}

describe('render', () => {
  const plan = { widthPx: 32, heightPx: 16, mimeType: 'image/png' } as const;

  test.each(['png', 'jpeg', 'webp', 'gif', 'avif'] as const)('decodes %s and scales it', async (format) => {
    const out = await render(await toBytes(flag().toFormat(format, { quality: 95 })), plan);
    expect(readPictureHeader(out)).toMatchObject({ mimeType: 'image/png', widthPx: 32, heightPx: 16 });
    expect(await corners(out)).toBe('GBRB');
  });

  test('decodes bitmaps and icons', async () => {
    const png = await toBytes(flag().png());
    const size = { widthPx: 8, heightPx: 8, mimeType: 'image/png' } as const;
    expect(readPictureHeader(await render(bmp(9, -4), size))).toMatchObject({ widthPx: 8, heightPx: 8 });
    const square = await toBytes(sharp(png).resize(32, 32, { fit: 'fill' }).png());
    expect(await corners(await render(ico([{ sidePx: 32, contents: square }]), plan))).toBe('GBRB');
  });

  test('makes JPEGs, smaller ones at a lower quality', async () => {
    const size = { widthPx: 300, heightPx: 200, mimeType: 'image/jpeg' } as const;
    const fine = await render(photo('coffee.png'), { ...size, quality: 0.9 });
    const coarse = await render(photo('coffee.png'), { ...size, quality: 0.4 });
    expect(readPictureHeader(fine)).toMatchObject({ mimeType: 'image/jpeg', widthPx: 300, heightPx: 200 });
    expect(coarse.length).toBeLessThan(fine.length / 2);
  });

  test('cuts out exactly the pixels asked for', async () => {
    const ramp = await toBytes(paint(200, 100, (x, y) => [x, y, 7]).png());
    const crop = { xPx: 31, yPx: 17, widthPx: 120, heightPx: 60 };
    const out = await render(ramp, { crop, widthPx: 120, heightPx: 60, mimeType: 'image/png' });
    const expected = paint(120, 60, (x, y) => [x + 31, y + 17, 7]);
    const pixels = await sharp(out).removeAlpha().raw().toBuffer();
    expect(pixels.equals(await expected.raw().toBuffer())).toBe(true);
  });

  test('cuts, then scales', async () => {
    const crop = { xPx: 0, yPx: 0, widthPx: 32, heightPx: 32 };
    const out = await render(await toBytes(flag().png()), { ...plan, crop });
    expect(await corners(out)).toBe('GGRR');
  });

  test('scales as well as sharp does', async () => {
    const out = await render(photo('astronaut.png'), { widthPx: 200, heightPx: 200, mimeType: 'image/png' });
    const expected = await sharp(photo('astronaut.png')).resize(200, 200).raw().toBuffer();
    const pixels = await sharp(out).removeAlpha().raw().toBuffer();
    const difference = expected.reduce((sum, value, i) => sum + Math.abs(value - (pixels[i] ?? 0)), 0);
    expect(difference / expected.length).toBeLessThan(3);
  });

  test.each(orientations)('stands upright: orientation %i, whole and cut', async (orientation) => {
    const turned = await toBytes(flag().withMetadata({ orientation }).jpeg({ quality: 95 }));
    const shown = await toBytes(sharp(turned).autoOrient().png());
    const { widthPx, heightPx } = readPictureHeader(turned);
    const whole = await render(turned, { widthPx, heightPx, mimeType: 'image/png' });
    expect(await corners(whole)).toBe(await corners(shown));
    const crop = { xPx: 8, yPx: 4, widthPx: widthPx - 8, heightPx: heightPx - 4 };
    const size = { widthPx: crop.widthPx, heightPx: crop.heightPx };
    const cut = await render(turned, { ...size, crop, mimeType: 'image/png' });
    const expected = sharp(shown).extract({ left: 8, top: 4, width: size.widthPx, height: size.heightPx });
    expect(await corners(cut)).toBe(await corners(await toBytes(expected.png())));
  });

  test('leaves no metadata behind', async () => {
    const tagged = await toBytes(
      flag()
        .withExif({ IFD0: { Make: 'SecretMaker' } })
        .jpeg(),
    );
    for (const mimeType of ['image/png', 'image/jpeg'] as const) {
      expect(Buffer.from(await render(tagged, { ...plan, mimeType })).includes('SecretMaker')).toBe(false);
    }
  });

  test('turns wide colours into sRGB', async () => {
    const wide = await toBytes(sharp(photo('coffee.png')).withIccProfile('p3').png());
    const size = { widthPx: 600, heightPx: 400, mimeType: 'image/png' } as const;
    const pixels = await sharp(await render(wide, size))
      .removeAlpha()
      .raw()
      .toBuffer();
    const expected = await sharp(photo('coffee.png')).removeAlpha().raw().toBuffer();
    const difference = expected.reduce((sum, value, i) => sum + Math.abs(value - (pixels[i] ?? 0)), 0);
    expect(difference / expected.length).toBeLessThan(1.5);
  });
});

describe('a JPEG much larger than what is wanted', () => {
  const big = () => sharp(photo('rocket.jpg')).resize(800, 536, { fit: 'fill' });
  const plan = { widthPx: 270, heightPx: 180, mimeType: 'image/png' } as const;

  async function differenceFrom(expected: Bytes, out: Bytes): Promise<number> {
    const [a, b] = await Promise.all(
      [expected, out].map((each) => sharp(each).removeAlpha().toColourspace('srgb').raw().toBuffer()),
    );
    if (!a || a.length !== b?.length) throw new Error('The pictures are not of one size');
    return a.reduce((sum, value, i) => sum + Math.abs(value - (b[i] ?? 0)), 0) / a.length;
  }

  test.each(orientations)('stands upright: orientation %i', async (orientation) => {
    const turned = await toBytes(big().withMetadata({ orientation }).jpeg({ quality: 95 }));
    const size = orientation < 5 ? plan : { ...plan, widthPx: plan.heightPx, heightPx: plan.widthPx };
    const shown = sharp(turned).autoOrient().resize(size.widthPx, size.heightPx, { fit: 'fill' });
    expect(await differenceFrom(await toBytes(shown.png()), await render(turned, size))).toBeLessThan(2);
  });

  test.each([
    ['of uneven sides', () => big().resize(803, 531, { fit: 'fill' }).jpeg({ quality: 95 })],
    ['in a wide colour space', () => big().withIccProfile('p3').jpeg({ quality: 95 })],
    ['for print', () => big().toColourspace('cmyk').withIccProfile('cmyk').jpeg({ quality: 95 })],
    ['in grey', () => big().greyscale().toColourspace('b-w').jpeg({ quality: 95 })],
    ['that is progressive', () => big().jpeg({ quality: 95, progressive: true })],
  ])('looks as when every pixel of it is decoded: one %s', async (_, make) => {
    const bytes = await toBytes(make());
    const { widthPx, heightPx } = readPictureHeader(bytes);
    const crop = { xPx: 0, yPx: 0, widthPx, heightPx };
    const whole = await render(bytes, { ...plan, crop });
    expect(await differenceFrom(whole, await render(bytes, plan))).toBeLessThan(1.5);
  });

  test('continues its edges in a frame', async () => {
    const out = await render(await toBytes(flag().resize(1280, 640, { kernel: 'nearest' }).jpeg()), {
      ...{ widthPx: 200, heightPx: 100, frame: { widthPx: 220, heightPx: 100 } },
      ...{ mimeType: 'image/png' },
    });
    expect(readPictureHeader(out)).toMatchObject({ widthPx: 220, heightPx: 100 });
    expect(await corners(out)).toBe('GBRB');
  });
});

describe('transparency', () => {
  const plan = { widthPx: 40, heightPx: 20, mimeType: 'image/png' } as const;

  test('stays in a PNG, and is laid over a colour when one is given', async () => {
    const half = await halfTransparentPng();
    expect(await corners(await render(half, plan))).toBe('.R.R');
    expect(await corners(await render(half, { ...plan, background: '#0000ff' }))).toBe('BRBR');
    expect(await corners(await render(half, { ...plan, mimeType: 'image/jpeg' }))).toBe('WRWR');
  });

  test('is measured', async () => {
    const ratioOf = async (bytes: Bytes) => call('transparentRatio', bytes, '');
    expect(await ratioOf(await halfTransparentPng())).toBe(0.5);
    expect(await ratioOf(photo('coffee.png'))).toBe(0);
    const hole = paint(900, 900, (x, y) => [9, 9, 9, x === 450 && y === 450 ? 0 : 255]);
    const holeRatio = await ratioOf(await toBytes(hole.png()));
    expect(holeRatio).toBeGreaterThan(0);
    expect(holeRatio).toBeLessThan(0.0001);
  });

  test('is put on a picture of another size, whose colours stay', async () => {
    const red = await toBytes(paint(80, 40, () => [250, 10, 30]).webp({ lossless: true }));
    const out = picture(await call('withAlphaOf', red, await halfTransparentPng(), 'image/png'));
    expect(readPictureHeader(out)).toMatchObject({ mimeType: 'image/png', widthPx: 80, heightPx: 40 });
    expect(await corners(out)).toBe('.R.R');
    const kept = await sharp(out).extract({ left: 70, top: 20, width: 1, height: 1 }).raw().toBuffer();
    expect([...kept]).toEqual([250, 10, 30, 255]);
  });
});

test.each([
  ['an SVG', join('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
  ['half a JPEG', photo('rocket.jpg').slice(0, 60_000)],
  ['half a PNG', photo('coffee.png').slice(0, 60_000)],
  ['a PNG with a hole', photo('coffee.png').fill(0, 5000, 9000)],
])('%s is refused as unsupported', async (_, bytes) => {
  const plan = { widthPx: 10, heightPx: 10, mimeType: 'image/png' } as const;
  expect(await call('render', bytes, 'image/png', plan)).toEqual({ code: 'picture-unsupported' });
  expect(await call('transparentRatio', bytes, 'image/png')).toEqual({ code: 'picture-unsupported' });
});
