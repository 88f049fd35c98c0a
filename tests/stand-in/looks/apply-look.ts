import sharp from 'sharp';
import { fromPixels, toPixels } from '../pixels/bitmap.ts';
import { createRandom } from '../pixels/random.ts';
import { mix } from '../pixels/tone.ts';
import { chooseLook } from './choose-look.ts';
import { kontextSize } from './kontext-size.ts';

export type LookRequest = {
  /** An encoded picture: PNG, JPEG, WebP or anything else sharp reads. */
  bytes: Uint8Array;
  prompt: string;
  /** 0..1: how much of the look covers the source. */
  strength: number;
  seed: number;
  /** Size of the answer, default 1. */
  megapixels?: number;
};

/** Turned upright, alpha dropped, scaled as FluxKontextImageScale does: covering, cut at the middle. */
async function decode(bytes: Uint8Array, megapixels = 1) {
  const { autoOrient } = await sharp(bytes).metadata();
  const { width, height } = kontextSize(autoOrient, megapixels);
  const pixels = await sharp(bytes)
    .autoOrient()
    .removeAlpha()
    .resize(width, height, { fit: 'cover', kernel: 'lanczos3' })
    .toColourspace('srgb')
    .raw()
    .toBuffer();
  return { width, height, pixels };
}

/** What the workflow makes of a picture: about 1 MP of WebP, quality 90. Same request, same bytes. */
export async function applyLook(request: LookRequest): Promise<Buffer> {
  const { width, height, pixels } = await decode(request.bytes, request.megapixels);
  const context = { random: createRandom(request.seed), prompt: request.prompt };
  const look = chooseLook(request.prompt)(fromPixels(pixels, width, height), context);
  const drawn = toPixels(look);
  const blended = drawn.map((value, index) => Math.round(mix(pixels[index] ?? 0, value, request.strength)));
  return sharp(blended, { raw: { width, height, channels: 3 } })
    .webp({ quality: 90, effort: 2 })
    .toBuffer();
}
