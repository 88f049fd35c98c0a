import { handoffLimits } from '#shared/handoff/handoff.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { fitArea, type SizePx } from '#shared/images/fit.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { Bytes } from '#shared/ports.ts';

/** Engines make a quarter of it; a clipboard still carries it as text. */
const maxAreaPx = 2048 * 2048;

/** Nobody sees it twice. */
const quality = 0.95;

/**
 * A picture as it is handed over: upright, without metadata, at most 4 megapixels and 4096 pixels a side.
 * What is stored without loss stays so while it is small enough; else it becomes a JPEG over white.
 * Raises what `readPictureHeader` and the codec raise.
 */
export async function handoffPicture(bytes: Bytes, codec: ImageCodec): Promise<Bytes> {
  const { mimeType, lossless, mayHaveAlpha, ...whole } = readPictureHeader(bytes);
  const size = withinSide(fitArea(whole, maxAreaPx));
  if (lossless || mayHaveAlpha) {
    const png = await codec.render(bytes, mimeType, { ...size, mimeType: 'image/png' });
    if (png.length <= handoffLimits.maxBytes) return png;
  }
  return codec.render(bytes, mimeType, { ...size, mimeType: 'image/jpeg', quality, background: '#ffffff' });
}

/** A panorama has few pixels and a long side. */
function withinSide({ widthPx, heightPx }: SizePx): SizePx {
  const ratio = Math.min(1, handoffLimits.maxSidePx / Math.max(widthPx, heightPx));
  const scaled = (px: number) => Math.max(1, Math.floor(px * ratio));
  return { widthPx: scaled(widthPx), heightPx: scaled(heightPx) };
}
