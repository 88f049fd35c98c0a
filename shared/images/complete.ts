import { jpegMarkers, jpegSegments } from '#shared/images/headers/jpeg-segments.ts';
import { pngChunks } from '#shared/images/headers/png-chunks.ts';

/**
 * Whether the file reaches its end mark, where leaving it out would go unnoticed: Firefox decodes PNG and
 * JPEG that were cut short, with grey for the rest. Other kinds are refused by header or decoder.
 */
export function isComplete(bytes: Uint8Array, mimeType: string): boolean {
  if (mimeType === 'image/png') return hasImageEnd(bytes);
  return mimeType !== 'image/jpeg' || hasEndOfImage(bytes);
}

function hasImageEnd(bytes: Uint8Array): boolean {
  for (const { name } of pngChunks(bytes)) if (name === 'IEND') return true;
  return false;
}

function hasEndOfImage(bytes: Uint8Array): boolean {
  for (const { marker } of jpegSegments(bytes)) if (marker === jpegMarkers.endOfImage) return true;
  return false;
}
