import type { SizePx } from '#shared/images/fit.ts';
import { readJpegHeader } from '#shared/images/headers/jpeg.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';

/** JPEG is stored in blocks of this many pixels a side, of which a decoder can make fewer. */
const blockPx = 8;
/** Of more, decoders are no faster with a part of the pixels than with all. */
const maxBlockPx = 5;

export type JpegScale = {
  /** What a decoder makes of it, before it is turned upright: a part of a pixel counts as one. */
  stored: SizePx;
  /** The size that the picture has in that, upright, to the part of a pixel. */
  shown: SizePx;
  isTurned: boolean;
};

/**
 * The least size, in eighths, at which a JPEG can be decoded and still has to be scaled down to `size` (upright).
 * `null` for other kinds, where every pixel is needed, and for a turned one that would not come out even.
 */
export function jpegScaleFor(bytes: Uint8Array, size: SizePx): JpegScale | null {
  if (sniffMimeType(bytes) !== 'image/jpeg') return null;
  const { widthPx, heightPx, orientation } = readJpegHeader(bytes);
  const isOnItsSide = orientation >= 5;
  const [toWidthPx, toHeightPx] = isOnItsSide ? [size.heightPx, size.widthPx] : [size.widthPx, size.heightPx];
  const ratio = Math.max(toWidthPx / widthPx, toHeightPx / heightPx);
  const eighths = Math.max(1, Math.ceil(ratio * blockPx));
  if (eighths > maxBlockPx) return null;
  const scaled = { widthPx: (widthPx * eighths) / blockPx, heightPx: (heightPx * eighths) / blockPx };
  const stored = { widthPx: Math.ceil(scaled.widthPx), heightPx: Math.ceil(scaled.heightPx) };
  const isEven = stored.widthPx === scaled.widthPx && stored.heightPx === scaled.heightPx;
  const isTurned = orientation !== 1;
  // Where the part of a pixel ends up depends on how the picture is turned: such sizes are rare.
  if (isTurned && !isEven) return null;
  const shown = isOnItsSide ? { widthPx: scaled.heightPx, heightPx: scaled.widthPx } : scaled;
  return { stored, shown, isTurned };
}
