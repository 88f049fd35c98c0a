import { isAppError } from '#shared/errors/app-error.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { SizePx } from '#shared/images/fit.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { StoredBlob } from '#shared/ports.ts';

const longSidePx = 256;
const maxBytes = 12_288;
/** Flat art is small at once, foliage needs the last. */
const qualities = [0.75, 0.55, 0.35, 0.2];

/** A small JPEG of a picture for lists, on white; at most 12 KB. `null` for what cannot be decoded. */
export async function makeThumbnail({ bytes }: StoredBlob, codec: ImageCodec): Promise<StoredBlob | null> {
  try {
    const header = readPictureHeader(bytes);
    const size = { ...fitLongSide(header), mimeType: 'image/jpeg' as const };
    for (const quality of qualities) {
      const small = await codec.render(bytes, header.mimeType, { ...size, quality });
      if (small.byteLength <= maxBytes) return { bytes: small, mimeType: 'image/jpeg' };
    }
    return null;
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}

function fitLongSide({ widthPx, heightPx }: SizePx): SizePx {
  const scale = Math.min(1, longSidePx / Math.max(widthPx, heightPx));
  return {
    widthPx: Math.max(1, Math.round(widthPx * scale)),
    heightPx: Math.max(1, Math.round(heightPx * scale)),
  };
}
