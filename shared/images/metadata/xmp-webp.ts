import { readWebpHeader } from '#shared/images/headers/webp.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import { webpChunks } from '#shared/images/metadata/webp-chunks.ts';
import type { Bytes } from '#shared/ports.ts';

const xmpName = 'XMP ';
const xmpFlag = 0x04;
const alphaFlag = 0x10;

/**
 * The WebP with this packet in its one XMP chunk, the last. A simple file becomes an extended one, whose
 * header says what else there is (RFC 9649, 2.7). The pixels' chunk is taken over byte for byte.
 */
export function writeWebpXmp(bytes: Bytes, packet: Uint8Array): Bytes {
  const kept = [...webpChunks(bytes)]
    .filter(({ name }) => name !== xmpName && name !== 'VP8X')
    .map(({ start, dataEnd }) => padded(bytes.subarray(start, dataEnd)));
  const body = joinBytes([extendedHeader(bytes), ...kept, chunk(xmpName, packet)]);
  const riff = new TextEncoder().encode('RIFF0000WEBP');
  new DataView(riff.buffer).setUint32(4, body.length + 4, true);
  return joinBytes([riff, body]);
}

export function readWebpXmp(bytes: Uint8Array): Uint8Array | null {
  for (const { name, dataStart, dataEnd } of webpChunks(bytes)) {
    if (name === xmpName) return bytes.subarray(dataStart, dataEnd);
  }
  return null;
}

/** The file's own extended header with the flag for XMP, or one made for it. */
function extendedHeader(bytes: Bytes): Uint8Array {
  const [first] = webpChunks(bytes);
  if (first?.name === 'VP8X') {
    const own = bytes.slice(first.start, first.dataEnd);
    own[8] = (own[8] ?? 0) | xmpFlag;
    return padded(own);
  }
  const { widthPx, heightPx, mayHaveAlpha } = readWebpHeader(bytes);
  const data = new Uint8Array(10);
  data[0] = xmpFlag | (mayHaveAlpha ? alphaFlag : 0);
  data.set(u24(widthPx - 1), 4);
  data.set(u24(heightPx - 1), 7);
  return chunk('VP8X', data);
}

function chunk(name: string, data: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${name}0000`);
  new DataView(head.buffer).setUint32(4, data.length, true);
  return padded(joinBytes([head, data]));
}

function padded(chunkBytes: Uint8Array): Uint8Array {
  return chunkBytes.length % 2 === 0 ? chunkBytes : joinBytes([chunkBytes, new Uint8Array(1)]);
}

function u24(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >> 8) & 0xff, value >> 16);
}
