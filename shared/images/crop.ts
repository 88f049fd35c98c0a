import type { EncodableMimeType, ImageCodec, RectPx } from '#shared/images/codec.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { Bytes, StoredBlob } from '#shared/ports.ts';

/** Above what a second compression shows at. */
const quality = 0.95;

/**
 * A part of a picture in its own pixels, upright and without metadata: a JPEG where the picture was stored
 * with loss and opaque, else a PNG. `part` is in pixels of the upright picture.
 * Raises what `readPictureHeader` does, and `picture-unsupported` for what cannot be decoded.
 */
export async function cropPicture(bytes: Bytes, part: RectPx, codec: ImageCodec): Promise<StoredBlob> {
  const { mimeType: sourceType, lossless, mayHaveAlpha } = readPictureHeader(bytes);
  const { widthPx, heightPx } = part;
  const mimeType: EncodableMimeType = lossless || mayHaveAlpha ? 'image/png' : 'image/jpeg';
  const plan = { crop: part, widthPx, heightPx, mimeType, ...(mimeType === 'image/jpeg' && { quality }) };
  return { bytes: await codec.render(bytes, sourceType, plan), mimeType };
}
