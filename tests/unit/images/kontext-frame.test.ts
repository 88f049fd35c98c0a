import fc from 'fast-check';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { cropToAspect } from '#shared/images/fit.ts';
import { kontextFrame } from '#shared/images/kontext-frame.ts';
import { prepareForUpload } from '#shared/images/prepare.ts';
import type { Bytes } from '#shared/ports.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';

const side = fc.integer({ min: 64, max: 1600 });

describe('kontextFrame', () => {
  it('cuts nothing off, adds little, and comes off again by the aspect alone', () => {
    fc.assert(
      fc.property(side, side, (widthPx, heightPx) => {
        const frame = kontextFrame({ widthPx, heightPx });
        expect(frame.widthPx).toBeGreaterThanOrEqual(widthPx);
        expect(frame.heightPx).toBeGreaterThanOrEqual(heightPx);
        expect((frame.widthPx * frame.heightPx) / (widthPx * heightPx)).toBeLessThanOrEqual(1.26);
        const crop = cropToAspect(frame, { widthPx, heightPx });
        expect(Math.abs(crop.widthPx - widthPx)).toBeLessThanOrEqual(1);
        expect(Math.abs(crop.heightPx - heightPx)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('leaves alone what Kontext leaves alone', () => {
    expect(kontextFrame({ widthPx: 600, heightPx: 400 })).toEqual({ widthPx: 600, heightPx: 400 });
    expect(kontextFrame({ widthPx: 4000, heightPx: 500 })).toEqual({ widthPx: 4000, heightPx: 500 });
  });

  it('puts a 16:9 picture in the middle of its frame, edges continued', async () => {
    const red = { r: 200, g: 30, b: 30 };
    const picture = await sharp({ create: { width: 640, height: 360, channels: 3, background: red } })
      .png()
      .toBuffer();
    const bytes = Uint8Array.from(picture) as Bytes;
    const prepared = await prepareForUpload(bytes, { codec: createSharpCodec(), frameFor: kontextFrame });
    expect(prepared).toMatchObject({ widthPx: 666, heightPx: 360 });
    const { channels, isOpaque } = await sharp(prepared.bytes).stats();
    expect(isOpaque).toBe(true);
    expect(channels[0]?.min).toBeGreaterThan(190);
  });
});
