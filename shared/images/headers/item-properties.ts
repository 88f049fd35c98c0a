import type { ByteReader } from '#shared/images/headers/byte-reader.ts';
import { findBox, type IsoBox, isoBoxes } from '#shared/images/headers/iso-boxes.ts';

const fullBoxBytes = 4;

/** A HEIF file's properties: those of its primary item, and all there are. */
export type ItemProperties = { own: IsoBox[]; all: IsoBox[] };

/** Follows `pitm` -> `ipma` -> `ipco` within a `meta` box (ISO/IEC 23008-12, 9.3). */
export function primaryProperties(reader: ByteReader, metaParts: readonly IsoBox[]): ItemProperties {
  const primary = findBox(metaParts, 'pitm');
  const properties = findBox(metaParts, 'iprp');
  if (primary === null || properties === null) return { own: [], all: [] };
  const parts = [...isoBoxes(reader, properties.start, properties.end)];
  const container = findBox(parts, 'ipco');
  const all = container ? [...isoBoxes(reader, container.start, container.end)] : [];
  const itemId = readId(reader, primary.start + fullBoxBytes, reader.u8(primary.start) > 0);
  const own = parts
    .filter((part) => part.name === 'ipma')
    .flatMap((part) => associations(reader, part, itemId))
    .flatMap((number) => all[number - 1] ?? []);
  return { own, all };
}

/** Numbers, from 1, of the properties that an `ipma` box gives to an item. */
function associations(reader: ByteReader, box: IsoBox, itemId: number): number[] {
  const hasWideIds = reader.u8(box.start) > 0;
  const isWide = (reader.u8(box.start + 3) & 1) === 1;
  const idBytes = hasWideIds ? 4 : 2;
  const numberBytes = isWide ? 2 : 1;
  let at = box.start + fullBoxBytes + 4;
  while (at + idBytes < box.end) {
    const count = reader.u8(at + idBytes);
    const firstAt = at + idBytes + 1;
    if (readId(reader, at, hasWideIds) === itemId) {
      return Array.from({ length: count }, (_, i) => readNumber(reader, firstAt + i * numberBytes, isWide));
    }
    at = firstAt + count * numberBytes;
  }
  return [];
}

function readId(reader: ByteReader, at: number, isWide: boolean): number {
  return isWide ? reader.u32be(at) : reader.u16be(at);
}

/** The top bit says that the property is essential, which is no part of the number. */
function readNumber(reader: ByteReader, at: number, isWide: boolean): number {
  return isWide ? reader.u16be(at) & 0x7fff : reader.u8(at) & 0x7f;
}
