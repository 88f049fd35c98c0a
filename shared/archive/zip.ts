import { crc32 } from '#shared/archive/crc32.ts';
import { directoryHeader, endOfZip, localHeader, type ZipEntry } from '#shared/archive/zip-records.ts';
import type { Bytes } from '#shared/ports.ts';

export type ZipFile = { path: string; bytes: Bytes; modifiedAtMs: number };

/**
 * A zip as it comes into being: one file is held at a time, so an archive may be larger than memory. Files
 * are stored as they are. What `files` raises, the reader is told; nothing is read before it is asked for.
 */
export async function* zipChunks(files: AsyncIterable<ZipFile> | Iterable<ZipFile>): AsyncGenerator<Bytes> {
  const entries: ZipEntry[] = [];
  let atBytes = 0;
  for await (const { path, bytes, modifiedAtMs } of files) {
    const entry = {
      path,
      modifiedAtMs,
      crc32: crc32(bytes),
      sizeBytes: bytes.length,
      offsetBytes: atBytes,
    };
    const header = localHeader(entry);
    yield header;
    yield bytes;
    entries.push(entry);
    atBytes += header.length + bytes.length;
  }
  yield* directory(entries, atBytes);
}

function* directory(entries: readonly ZipEntry[], offsetBytes: number): Generator<Bytes> {
  let sizeBytes = 0;
  for (const entry of entries) {
    const header = directoryHeader(entry);
    yield header;
    sizeBytes += header.length;
  }
  yield endOfZip({ count: entries.length, sizeBytes, offsetBytes });
}

/** The same as a stream, for whoever writes one to a disk. */
export function zipStream(files: AsyncIterable<ZipFile>): ReadableStream<Bytes> {
  const chunks = zipChunks(files);
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await chunks.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    cancel: () => void chunks.return(undefined),
  });
}
