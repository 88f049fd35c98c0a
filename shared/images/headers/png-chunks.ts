import { ByteReader } from '#shared/images/headers/byte-reader.ts';

/** A chunk's place in the file: `start` and `end` hold length, name and checksum too. */
export type PngChunk = { name: string; start: number; dataStart: number; dataEnd: number; end: number };

const signatureBytes = 8;
const frameBytes = 12;

/** The chunks of a PNG up to IEND (W3C PNG, 5.3). Ends early, without an error, where the file does. */
export function* pngChunks(bytes: Uint8Array): Generator<PngChunk> {
  const reader = new ByteReader(bytes);
  let start = signatureBytes;
  while (start + frameBytes <= bytes.length) {
    const end = start + frameBytes + reader.u32be(start);
    if (end > bytes.length) return;
    const name = reader.latin1(start + 4, 4);
    yield { name, start, dataStart: start + 8, dataEnd: end - 4, end };
    if (name === 'IEND') return;
    start = end;
  }
}
