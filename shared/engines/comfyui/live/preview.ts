import { isAppError } from '#shared/errors/app-error.ts';
import { type PictureLimits, readPictureHeader } from '#shared/images/header.ts';
import { stripMetadata } from '#shared/images/strip.ts';
import type { Bytes, StoredBlob } from '#shared/ports.ts';

/** ComfyUI draws previews 512 pixels wide, unless told otherwise. */
const limits: PictureLimits = { maxBytes: 4 * 1024 * 1024, maxAreaPx: 4_200_000, maxSidePx: 4_096 };

/** A preview that may be shown: a JPEG or PNG by its bytes, not too large, without metadata; else `null`. */
export function readPreview(bytes: Bytes): StoredBlob | null {
  try {
    const { mimeType } = readPictureHeader(bytes, limits);
    const plain = stripMetadata(bytes, mimeType);
    return plain && { bytes: plain, mimeType };
  } catch (error) {
    if (isAppError(error)) return null;
    throw error;
  }
}
