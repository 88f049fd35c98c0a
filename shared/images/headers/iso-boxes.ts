import type { ByteReader } from '#shared/images/headers/byte-reader.ts';

/** A box's contents: `start` after its size and name, `end` where the next one begins. */
export type IsoBox = { name: string; start: number; end: number };

/** The boxes between two places of an ISO base media file (ISO/IEC 14496-12, 4.2). Stops at damage. */
export function* isoBoxes(reader: ByteReader, from: number, to: number): Generator<IsoBox> {
  let at = from;
  while (at + 8 <= to) {
    const { headerBytes, end } = extent(reader, at, to);
    if (end > to || end < at + headerBytes) return;
    yield { name: reader.latin1(at + 4, 4), start: at + headerBytes, end };
    at = end;
  }
}

/** Size 0 reaches to the end, size 1 says that 64 bits of size follow the name. */
function extent(reader: ByteReader, at: number, to: number): { headerBytes: number; end: number } {
  const sizeBytes = reader.u32be(at);
  if (sizeBytes === 0) return { headerBytes: 8, end: to };
  if (sizeBytes !== 1) return { headerBytes: 8, end: at + sizeBytes };
  if (at + 16 > to) return { headerBytes: 16, end: at };
  return { headerBytes: 16, end: at + reader.u32be(at + 8) * 2 ** 32 + reader.u32be(at + 12) };
}

export function findBox(boxes: Iterable<IsoBox>, name: string): IsoBox | null {
  for (const box of boxes) if (box.name === name) return box;
  return null;
}
