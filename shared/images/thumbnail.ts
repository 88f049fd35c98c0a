import type { ImageCodec } from '#shared/images/codec.ts';
import { fitArea } from '#shared/images/fit.ts';
import type { PictureHeader } from '#shared/images/header.ts';
import type { StoredBlob } from '#shared/ports.ts';

/** Sharp at 64 CSS pixels on a dense screen, and a few kilobytes. */
const areaPx = 160 * 160;
const quality = 0.7;

/** A small JPEG of a picture, upright. Raises `picture-unsupported` for what cannot be decoded. */
export async function makeThumbnail(
  { bytes, mimeType }: StoredBlob,
  header: PictureHeader,
  codec: ImageCodec,
): Promise<StoredBlob> {
  const plan = { ...fitArea(header, areaPx), mimeType: 'image/jpeg', quality } as const;
  return { bytes: await codec.render(bytes, mimeType, plan), mimeType: 'image/jpeg' };
}
