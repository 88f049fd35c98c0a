import { crc32 } from '#shared/archive/crc32.ts';
import {
  type DirectoryPlace,
  farEndBytes,
  farLocatorBytes,
  findEnd,
  type ListedFile,
  longestEndBytes,
  readDirectory,
  readEnd,
  readFarEnd,
  readFarLocator,
  unreadable,
} from '#shared/archive/zip-directory.ts';
import { readBytes } from '#shared/engines/http/read-bytes.ts';
import type { Bytes } from '#shared/ports.ts';

/** A file on a disk, of which parts are read. */
export type Archive = { size: number; slice(fromBytes: number, toBytes: number): Blob };

/** A file inside a zip, read when it is asked for. */
export type ZippedFile = { sizeBytes: number; read(): Promise<Bytes> };

const maxDirectoryBytes = 64 * 1024 * 1024;

/**
 * The files of a zip by their paths, stored or deflated; the archive itself is never held. A file is at most
 * `maxFileBytes` large, whatever its directory says. Raises `file-unreadable` for anything else, here and when read.
 */
export async function openZip(
  archive: Archive,
  maxFileBytes: number,
): Promise<ReadonlyMap<string, ZippedFile>> {
  const { count, sizeBytes, offsetBytes } = await findDirectory(archive);
  if (sizeBytes > maxDirectoryBytes || offsetBytes + sizeBytes > archive.size) {
    throw unreadable('damaged');
  }
  const files = readDirectory(await viewOf(archive, offsetBytes, offsetBytes + sizeBytes), count);
  return new Map(
    files.map((file) => [
      file.path,
      { sizeBytes: file.sizeBytes, read: () => readFile(archive, file, maxFileBytes) },
    ]),
  );
}

async function findDirectory(archive: Archive): Promise<DirectoryPlace> {
  const from = Math.max(0, archive.size - longestEndBytes - farLocatorBytes);
  const tail = await viewOf(archive, from, archive.size);
  const at = findEnd(tail);
  const place = readEnd(tail, at);
  if (place) return place;
  const farAt = readFarLocator(tail, at - farLocatorBytes);
  return readFarEnd(await viewOf(archive, farAt, farAt + farEndBytes));
}

async function viewOf(archive: Archive, fromBytes: number, toBytes: number): Promise<DataView> {
  const buffer = await archive.slice(fromBytes, toBytes).arrayBuffer();
  if (buffer.byteLength !== toBytes - fromBytes) throw unreadable('damaged');
  return new DataView(buffer);
}

async function readFile(archive: Archive, file: ListedFile, maxFileBytes: number): Promise<Bytes> {
  if (file.sizeBytes > maxFileBytes || file.packedBytes > maxFileBytes) {
    throw unreadable('tooLarge');
  }
  const header = await viewOf(archive, file.offsetBytes, file.offsetBytes + 30);
  if (header.getUint32(0, true) !== 0x04034b50) throw unreadable('damaged');
  // Its own header may hold more beside the name than the directory's line does.
  const from = file.offsetBytes + 30 + header.getUint16(26, true) + header.getUint16(28, true);
  const packed = await viewOf(archive, from, from + file.packedBytes);
  const bytes = await unpacked(new Uint8Array(packed.buffer as ArrayBuffer), file);
  if (bytes.length !== file.sizeBytes || crc32(bytes) !== file.crc32) throw unreadable('damaged');
  return bytes;
}

async function unpacked(packed: Bytes, { method, sizeBytes }: ListedFile): Promise<Bytes> {
  if (method === 0) return packed;
  if (method !== 8) throw unreadable('packed');
  const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw'));
  return readBytes(new Response(stream), sizeBytes).catch(() => {
    throw unreadable('damaged');
  });
}
