import type { ImageCodec } from '#shared/images/codec.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import { makeThumbnail } from '#shared/images/thumbnail.ts';
import type { BatchPicture } from '#shared/jobs/batch/batch.ts';
import type { BlobStore, Bytes } from '#shared/ports.ts';

export type PictureFacts = Pick<BatchPicture, 'name' | 'folder' | 'captureRoute'>;

/**
 * Puts a picture's bytes into the blob store, with a small copy to show. Raises what `readPictureHeader`
 * does, so that what is no picture is said before anything is paid for.
 */
export async function takePicture(
  bytes: Bytes,
  facts: PictureFacts,
  { blobs, codec }: { blobs: BlobStore; codec: ImageCodec },
): Promise<BatchPicture> {
  const header = readPictureHeader(bytes);
  const source = { bytes, mimeType: header.mimeType };
  const thumbnail = await makeThumbnail(source, codec).catch(() => null);
  return {
    ...facts,
    sourceKey: await blobs.put(source),
    thumbnailKey: thumbnail && (await blobs.put(thumbnail)),
    widthPx: header.widthPx,
    heightPx: header.heightPx,
  };
}
