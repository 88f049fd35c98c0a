import sharp from 'sharp';
import { AppError } from '#shared/errors/app-error.ts';
import type { PixelCodec, Pixels } from '#shared/images/pixel-codec.ts';
import type { Bytes } from '#shared/ports.ts';

/** A real pixel codec for tests in Node. */
export function createSharpPixelCodec(): PixelCodec {
  return { decode, encode };
}

async function decode(bytes: Bytes): Promise<Pixels> {
  try {
    const upright = sharp(bytes).autoOrient().toColourspace('srgb').ensureAlpha();
    const { data, info } = await upright.raw().toBuffer({ resolveWithObject: true });
    return { data: new Uint8ClampedArray(data), widthPx: info.width, heightPx: info.height };
  } catch (error) {
    throw new AppError('picture-unsupported', String(error));
  }
}

async function encode({ data, widthPx, heightPx }: Pixels): Promise<Bytes> {
  const raw = { width: widthPx, height: heightPx, channels: 4 } as const;
  return new Uint8Array(await sharp(data, { raw }).png({ compressionLevel: 3 }).toBuffer());
}
