import { AppError } from '#shared/errors/app-error.ts';
import { archiveWords } from '#shared/i18n/en/archive.ts';

/** What a zip's directory says of one file. */
export type ListedFile = {
  path: string;
  /** 0: stored, 8: deflated. */
  method: number;
  crc32: number;
  packedBytes: number;
  sizeBytes: number;
  offsetBytes: number;
};

/** Where a zip's directory is, from the archive's first byte. */
export type DirectoryPlace = { count: number; sizeBytes: number; offsetBytes: number };

const signatures = { end: 0x06054b50, far: 0x07064b50, farEnd: 0x06064b50, line: 0x02014b50 } as const;
const ones16 = 0xffff;
const ones32 = 0xffffffff;

/** The end record with the longest comment it may have. */
export const longestEndBytes = 22 + ones16;
/** The record that says where the Zip64 one is, right before the end record. */
export const farLocatorBytes = 20;
export const farEndBytes = 56;

/** Why an archive is not read, in the words a person is told. */
export function unreadable(why: keyof typeof archiveWords): AppError {
  return new AppError('file-unreadable', archiveWords[why]);
}

/** Where the end record begins in an archive's last bytes (APPNOTE 4.3.16). Raises `file-unreadable` for no zip. */
export function findEnd(tail: DataView): number {
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) === signatures.end) return at;
  }
  throw unreadable('none');
}

/** What the end record says; `null` where a number did not fit and the Zip64 record has it. */
export function readEnd(view: DataView, at: number): DirectoryPlace | null {
  const count = view.getUint16(at + 10, true);
  const sizeBytes = view.getUint32(at + 12, true);
  const offsetBytes = view.getUint32(at + 16, true);
  const isFar = count === ones16 || sizeBytes === ones32 || offsetBytes === ones32;
  return isFar ? null : { count, sizeBytes, offsetBytes };
}

/** Where the Zip64 record begins, as the locator before the end record says (4.3.15). */
export function readFarLocator(view: DataView, at: number): number {
  if (at < 0 || view.getUint32(at, true) !== signatures.far) throw unreadable('damaged');
  return Number(view.getBigUint64(at + 8, true));
}

export function readFarEnd(view: DataView): DirectoryPlace {
  if (view.getUint32(0, true) !== signatures.farEnd) throw unreadable('damaged');
  return {
    count: Number(view.getBigUint64(32, true)),
    sizeBytes: Number(view.getBigUint64(40, true)),
    offsetBytes: Number(view.getBigUint64(48, true)),
  };
}

/** All lines of a directory (4.3.12). Raises `file-unreadable` for one that does not hold what it promises. */
export function readDirectory(view: DataView, count: number): ListedFile[] {
  const files: ListedFile[] = [];
  let at = 0;
  for (let index = 0; index < count; index++) {
    if (at + 46 > view.byteLength || view.getUint32(at, true) !== signatures.line) {
      throw unreadable('damaged');
    }
    const nameBytes = view.getUint16(at + 28, true);
    const extraBytes = view.getUint16(at + 30, true);
    const length = 46 + nameBytes + extraBytes + view.getUint16(at + 32, true);
    if (at + length > view.byteLength) throw unreadable('damaged');
    files.push(readLine(new DataView(view.buffer, view.byteOffset + at, length), nameBytes, extraBytes));
    at += length;
  }
  return files;
}

function readLine(line: DataView, nameBytes: number, extraBytes: number): ListedFile {
  const name = new Uint8Array(line.buffer, line.byteOffset + 46, nameBytes);
  const extra = new DataView(line.buffer, line.byteOffset + 46 + nameBytes, extraBytes);
  if (line.getUint16(8, true) & 1) throw unreadable('locked');
  const sizeBytes = line.getUint32(24, true);
  const packedBytes = line.getUint32(20, true);
  const offsetBytes = line.getUint32(42, true);
  const [size = 0, packed = 0, offset = 0] = widened([sizeBytes, packedBytes, offsetBytes], extra);
  return {
    path: new TextDecoder().decode(name),
    method: line.getUint16(10, true),
    crc32: line.getUint32(16, true),
    packedBytes: packed,
    sizeBytes: size,
    offsetBytes: offset,
  };
}

/** The numbers, those that did not fit read from the Zip64 field, where they stand in this order (4.5.3). */
function widened(numbers: readonly number[], extra: DataView): number[] {
  let at = farFieldAt(extra);
  return numbers.map((number) => {
    if (number !== ones32) return number;
    if (at < 0 || at + 8 > extra.byteLength) throw unreadable('damaged');
    at += 8;
    return Number(extra.getBigUint64(at - 8, true));
  });
}

function farFieldAt(extra: DataView): number {
  for (let at = 0; at + 4 <= extra.byteLength; at += 4 + extra.getUint16(at + 2, true)) {
    if (extra.getUint16(at, true) === 0x0001) return at + 4;
  }
  return -1;
}
