import { isAppError } from '#shared/errors/app-error.ts';
import { maxPacketBytes } from '#shared/images/metadata/read-xmp.ts';
import { maxJpegPacketBytes, writeJpegXmp } from '#shared/images/metadata/xmp-jpeg.ts';
import { buildXmpPacket, type XmpFacts } from '#shared/images/metadata/xmp-packet.ts';
import { writePngXmp } from '#shared/images/metadata/xmp-png.ts';
import { writeWebpXmp } from '#shared/images/metadata/xmp-webp.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { Bytes } from '#shared/ports.ts';

type Format = { write(bytes: Bytes, packet: Uint8Array): Bytes; maxPacketBytes: number };

const formats: Readonly<Record<string, Format>> = {
  'image/png': { write: writePngXmp, maxPacketBytes },
  'image/jpeg': { write: writeJpegXmp, maxPacketBytes: maxJpegPacketBytes },
  'image/webp': { write: writeWebpXmp, maxPacketBytes },
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
