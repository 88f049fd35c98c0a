import { AppError } from '#shared/errors/app-error.ts';
import { ByteReader } from '#shared/images/headers/byte-reader.ts';
import { findBox, type IsoBox, isoBoxes } from '#shared/images/headers/iso-boxes.ts';
import { primaryProperties } from '#shared/images/headers/item-properties.ts';
import type { Orientation, StoredHeader } from '#shared/images/headers/stored-header.ts';

const fullBoxBytes = 4;
/** Far above what a real one needs, so that no hostile one is unfolded into millions of boxes. */
const maxMetaBytes = 1024 * 1024;
const maxBrandBytes = 256;

/** AVIF: the primary item's properties (AV1 Image File Format 1.1, ISO/IEC 23008-12). */
export function readAvifHeader(bytes: Uint8Array): StoredHeader {
  const reader = new ByteReader(bytes);
  const meta = findBox(isoBoxes(reader, 0, bytes.length), 'meta');
  if (meta === null || meta.end - meta.start > maxMetaBytes) {
    throw new AppError('picture-unsupported', 'AVIF describes no still picture');
  }
  const parts = [...isoBoxes(reader, meta.start + fullBoxBytes, meta.end)];
  const { own, all } = primaryProperties(reader, parts);
  const size = findBox(own, 'ispe');
  if (size === null) throw new AppError('picture-unsupported', 'AVIF does not say its size');
  return {
    widthPx: reader.u32be(size.start + fullBoxBytes),
    heightPx: reader.u32be(size.start + fullBoxBytes + 4),
    orientation: orientation(reader, own),
    mayHaveAlpha: all.some((property) => isAlpha(reader, property)),
    animated: isSequence(reader),
    lossless: false,
  };
}

/** `irot` turns anticlockwise in quarters, then `imir` exchanges top and bottom (0) or left and right (1). */
function orientation(reader: ByteReader, properties: readonly IsoBox[]): Orientation {
  const turn = findBox(properties, 'irot');
  const mirror = findBox(properties, 'imir');
  const quarters = turn ? reader.u8(turn.start) & 3 : 0;
  const column = mirror ? 1 + (reader.u8(mirror.start) & 1) : 0;
  return asExif[quarters]?.[column] ?? 1;
}

/** By quarters turned; then not mirrored, top and bottom exchanged, left and right exchanged. */
const asExif: readonly (readonly Orientation[])[] = [
  [1, 4, 2],
  [8, 5, 7],
  [3, 2, 4],
  [6, 7, 5],
];

function isAlpha(reader: ByteReader, { name, start, end }: IsoBox): boolean {
  if (name !== 'auxC') return false;
  const kind = reader.latin1(start, end - start);
  return kind.includes('auxiliary:alpha') || kind.includes('auxid:1');
}

/** Whether the brands name an image sequence; its still picture is what gets used. */
function isSequence(reader: ByteReader): boolean {
  const brands = findBox(isoBoxes(reader, 0, reader.length), 'ftyp');
  if (brands === null) return false;
  return reader.latin1(brands.start, Math.min(brands.end - brands.start, maxBrandBytes)).includes('avis');
}
