import { readJpegXmp } from '#shared/images/metadata/xmp-jpeg.ts';
import { recipeInPacket } from '#shared/images/metadata/xmp-packet.ts';
import { readPngXmp } from '#shared/images/metadata/xmp-png.ts';
import { readWebpXmp } from '#shared/images/metadata/xmp-webp.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';

/** More than any recipe needs; readers give up on packets much larger. */
export const maxPacketBytes = 1_000_000;

const readers: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array | null>> = {
  'image/png': readPngXmp,
  'image/jpeg': readJpegXmp,
  'image/webp': readWebpXmp,
};

/** The recipe a file of ours carries, as it was written; `null` for any other file, whatever is in it. */
export function readXmpRecipe(bytes: Uint8Array): string | null {
  const packet = readers[sniffMimeType(bytes) ?? '']?.(bytes);
  if (!packet || packet.length > maxPacketBytes) return null;
  return recipeInPacket(new TextDecoder().decode(packet));
}
