import type { ImageCodec } from '#shared/images/codec.ts';
import type { SizePx } from '#shared/images/fit.ts';
import type { PictureHeader } from '#shared/images/header.ts';
import type { Encoded } from '#shared/images/smallest.ts';
import type { Bytes } from '#shared/ports.ts';

/** What JPEGs are made from. */
export type WorkingCopy = {
  bytes: Bytes;
  mimeType: string;
  /** A PNG that shows all of it, opaque and in its final size, where one was made. */
  png: Encoded | null;
  /** 0..1 */
  transparentRatio: number;
};

type CopyOptions = {
  codec: ImageCodec;
  size: SizePx;
  /** Around the picture; `size` itself where there is none. */
  frame: SizePx;
  background: string;
  /** The source has its final size and needs no turning or converting. */
  canGoAsIs: boolean;
};

/**
 * A large source is decoded once. A photograph is its own working copy; what is stored without loss or
 * may be transparent becomes a small PNG, from which everything else is made.
 */
export async function createWorkingCopy(
  bytes: Bytes,
  { mimeType, lossless, mayHaveAlpha }: PictureHeader,
  { codec, size, frame, background, canGoAsIs }: CopyOptions,
): Promise<WorkingCopy> {
  const itself: WorkingCopy = { bytes, mimeType, png: null, transparentRatio: 0 };
  if (!lossless && !mayHaveAlpha) return itself;
  const mimeTypeOfCopy = 'image/png' as const;
  const scaled = canGoAsIs
    ? itself
    : asCopy(await codec.render(bytes, mimeType, { ...size, frame, mimeType: mimeTypeOfCopy }));
  if (!mayHaveAlpha) return scaled;
  const transparentRatio = await codec.transparentRatio(scaled.bytes, scaled.mimeType);
  if (transparentRatio === 0) return scaled;
  const plan = { ...frame, mimeType: mimeTypeOfCopy, background };
  const opaque = await codec.render(scaled.bytes, scaled.mimeType, plan);
  return { ...asCopy(opaque), transparentRatio };
}

function asCopy(bytes: Bytes): WorkingCopy {
  const png: Encoded = { bytes, mimeType: 'image/png' };
  return { ...png, png, transparentRatio: 0 };
}
