import { isAppError } from '#shared/errors/app-error.ts';
import { maxJpegPacketBytes, readJpegXmp, writeJpegXmp } from '#shared/images/metadata/xmp-jpeg.ts';
import { buildXmpPacket, recipeInPacket, type XmpFacts } from '#shared/images/metadata/xmp-packet.ts';
import { readPngXmp, writePngXmp } from '#shared/images/metadata/xmp-png.ts';
import { readWebpXmp, writeWebpXmp } from '#shared/images/metadata/xmp-webp.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { Bytes } from '#shared/ports.ts';

type Format = {
  write(bytes: Bytes, packet: Uint8Array): Bytes;
  read(bytes: Uint8Array): Uint8Array | null;
  maxPacketBytes: number;
};

/** More than any recipe needs; readers give up on packets much larger. */
const maxPacketBytes = 1_000_000;

const formats: Readonly<Record<string, Format>> = {
  'image/png': { write: writePngXmp, read: readPngXmp, maxPacketBytes },
  'image/jpeg': { write: writeJpegXmp, read: readJpegXmp, maxPacketBytes: maxJpegPacketBytes },
  'image/webp': { write: writeWebpXmp, read: readWebpXmp, maxPacketBytes },
};

/**
 * The same picture, pixel for pixel, with one XMP packet in place of any it had. What does not fit is left
 * out: first the prompt for other readers, then the recipe; the mark of AI stays. Kinds other than PNG, JPEG
 * and WebP, and damaged files, are answered as they are.
 */
export function writeXmp(bytes: Bytes, facts: XmpFacts): Bytes {
  const format = formats[sniffMimeType(bytes) ?? ''];
  if (!format) return bytes;
  const shorter = [facts, { ...facts, prompt: '' }, { ...facts, prompt: '', recipe: '' }];
  const packets = shorter.map((each) => new TextEncoder().encode(buildXmpPacket(each)));
  const packet = packets.find(({ length }) => length <= format.maxPacketBytes);
  try {
    return packet ? format.write(bytes, packet) : bytes;
  } catch (error) {
    if (isAppError(error)) return bytes;
    throw error;
  }
}

/** The recipe a file of ours carries, as it was written; `null` for any other file, whatever is in it. */
export function readXmpRecipe(bytes: Uint8Array): string | null {
  const packet = formats[sniffMimeType(bytes) ?? '']?.read(bytes);
  if (!packet || packet.length > maxPacketBytes) return null;
  return recipeInPacket(new TextDecoder().decode(packet));
}
