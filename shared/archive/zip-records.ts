import type { Bytes } from '#shared/ports.ts';

/** What the directory at a zip's end says of one file. */
export type ZipEntry = {
  /** Path inside the archive, parts divided by `/`. */
  path: string;
  crc32: number;
  sizeBytes: number;
  modifiedAtMs: number;
  /** Where its own header begins, from the archive's first byte. */
  offsetBytes: number;
};

/*
 * Records of a zip as PKWARE's APPNOTE.TXT 6.3.10 describes them (4.3.7, 4.3.12, 4.3.14 to 4.3.16, 4.5.3).
 * Files are stored, not pressed: pictures are already. Numbers are little-endian; a field that is too small
 * is filled with ones, and the true number stands in a Zip64 record.
 */
const ones16 = 0xffff;
const ones32 = 0xffffffff;
const plainVersion = 20;
const zip64Version = 45;
/** Bit 11: names are UTF-8. */
const flags = 0x0800;

/** Before a file's bytes. A single file is never so large that it would need Zip64: pictures end at 50 MB. */
export function localHeader(entry: ZipEntry): Bytes {
  const name = new TextEncoder().encode(entry.path);
  return record(30, name, (put) => {
    put(4, 0x04034b50);
    put(2, plainVersion);
    putFacts(put, entry);
    put(2, name.length);
    put(2, 0);
  });
}

/** One line of the directory. */
export function directoryHeader(entry: ZipEntry): Bytes {
  const name = new TextEncoder().encode(entry.path);
  const isFar = entry.offsetBytes >= ones32;
  const extra = isFar ? farOffset(entry.offsetBytes) : new Uint8Array();
  return record(46, concat(name, extra), (put) => {
    put(4, 0x02014b50);
    put(2, zip64Version);
    put(2, isFar ? zip64Version : plainVersion);
    putFacts(put, entry);
    put(2, name.length);
    put(2, extra.length);
    // No comment, first disk, no attributes of any system.
    put(2, 0);
    put(2, 0);
    put(2, 0);
    put(4, 0);
    put(4, Math.min(entry.offsetBytes, ones32));
  });
}

export type Directory = { count: number; sizeBytes: number; offsetBytes: number };

/** After the directory: where it is; by Zip64 too when a number is larger than its field. */
export function endOfZip({ count, sizeBytes, offsetBytes }: Directory): Bytes {
  const end = record(22, new Uint8Array(), (put) => {
    put(4, 0x06054b50);
    put(4, 0);
    put(2, Math.min(count, ones16));
    put(2, Math.min(count, ones16));
    put(4, Math.min(sizeBytes, ones32));
    put(4, Math.min(offsetBytes, ones32));
    put(2, 0);
  });
  const isLarge = count >= ones16 || sizeBytes >= ones32 || offsetBytes >= ones32;
  return isLarge ? concat(zip64End({ count, sizeBytes, offsetBytes }), end) : end;
}

function zip64End({ count, sizeBytes, offsetBytes }: Directory): Bytes {
  return record(76, new Uint8Array(), (put) => {
    put(4, 0x06064b50);
    put(8, 44);
    put(2, zip64Version);
    put(2, zip64Version);
    put(8, 0);
    put(8, count);
    put(8, count);
    put(8, sizeBytes);
    put(8, offsetBytes);
    // Where this record is, for readers that begin at the end.
    put(4, 0x07064b50);
    put(4, 0);
    put(8, offsetBytes + sizeBytes);
    put(4, 1);
  });
}

type Put = (widthBytes: 2 | 4 | 8, value: number) => void;

/** What both headers of a file say alike. */
function putFacts(put: Put, { crc32, sizeBytes, modifiedAtMs }: ZipEntry): void {
  put(2, flags);
  put(2, 0);
  const { time, date } = dosTime(new Date(modifiedAtMs));
  put(2, time);
  put(2, date);
  put(4, crc32);
  put(4, sizeBytes);
  put(4, sizeBytes);
}

/** Local time in steps of two seconds from 1980 on, as DOS kept it. */
function dosTime(moment: Date): { time: number; date: number } {
  const year = Math.min(Math.max(moment.getFullYear(), 1980), 2107);
  return {
    time: (moment.getHours() << 11) | (moment.getMinutes() << 5) | (moment.getSeconds() >> 1),
    date: ((year - 1980) << 9) | ((moment.getMonth() + 1) << 5) | moment.getDate(),
  };
}

function farOffset(offsetBytes: number): Bytes {
  return record(12, new Uint8Array(), (put) => {
    put(2, 0x0001);
    put(2, 8);
    put(8, offsetBytes);
  });
}

function record(fixedBytes: number, tail: Uint8Array, fill: (put: Put) => void): Bytes {
  const bytes = new Uint8Array(fixedBytes + tail.length);
  const view = new DataView(bytes.buffer);
  let at = 0;
  fill((widthBytes, value) => {
    if (widthBytes === 2) view.setUint16(at, value, true);
    else if (widthBytes === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += widthBytes;
  });
  bytes.set(tail, fixedBytes);
  return bytes;
}

function concat(first: Uint8Array, second: Uint8Array): Bytes {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}
