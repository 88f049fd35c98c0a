import { latin1 } from '#shared/images/latin1.ts';

/** A chunk of a WebP: `start` at its name, `end` after the byte that pads odd data. */
export type WebpChunk = { name: string; start: number; dataStart: number; dataEnd: number; end: number };

const firstChunkAt = 12;

/** The chunks after the RIFF header (RFC 9649, 2.3). Ends early, without an error, where the file does. */
export function* webpChunks(bytes: Uint8Array): Generator<WebpChunk> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let start = firstChunkAt;
  while (start + 8 <= bytes.length) {
    const sizeBytes = view.getUint32(start + 4, true);
    const dataStart = start + 8;
    const dataEnd = dataStart + sizeBytes;
    if (dataEnd > bytes.length) return;
    const end = Math.min(dataEnd + (sizeBytes % 2), bytes.length);
    yield { name: latin1(bytes, start, 4), start, dataStart, dataEnd, end };
    start = end;
  }
}
