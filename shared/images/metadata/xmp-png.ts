import { pngChunks } from '#shared/images/headers/png-chunks.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import { hasText } from '#shared/images/latin1.ts';
import { crc32 } from '#shared/images/metadata/crc32.ts';
import type { Bytes } from '#shared/ports.ts';

const keyword = 'XML:com.adobe.xmp';
/** After the keyword: its end, no compression, no language, no translated keyword. */
const prefix = `${keyword}\0\0\0\0\0`;

/** The PNG with this packet in its one iTXt chunk for XMP, first after the header (XMP part 3, 1.1.5). */
export function writePngXmp(bytes: Bytes, packet: Uint8Array): Bytes {
  const parts: Uint8Array[] = [];
  let from = 0;
  for (const { name, start, dataStart, end } of pngChunks(bytes)) {
    const isOld = name === 'iTXt' && hasText(bytes, dataStart, `${keyword}\0`);
    if (!isOld && name !== 'IHDR') continue;
    parts.push(bytes.subarray(from, isOld ? start : end), ...(isOld ? [] : [chunk(packet)]));
    from = end;
  }
  return joinBytes([...parts, bytes.subarray(from)]);
}

/** The packet's bytes; `null` where there is none, or a compressed one. */
export function readPngXmp(bytes: Uint8Array): Uint8Array | null {
  for (const { name, dataStart, dataEnd } of pngChunks(bytes)) {
    if (name !== 'iTXt' || !hasText(bytes, dataStart, `${keyword}\0`)) continue;
    const isCompressed = bytes[dataStart + keyword.length + 1] !== 0;
    const language = dataStart + keyword.length + 3;
    const translated = bytes.indexOf(0, language) + 1;
    const text = bytes.indexOf(0, translated) + 1;
    return isCompressed || translated === 0 || text === 0 || text > dataEnd
      ? null
      : bytes.subarray(text, dataEnd);
  }
  return null;
}

function chunk(packet: Uint8Array): Uint8Array {
  const body = joinBytes([new TextEncoder().encode(`iTXt${prefix}`), packet]);
  return joinBytes([u32(body.length - 4), body, u32(crc32(body))]);
}

function u32(value: number): Uint8Array {
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}
