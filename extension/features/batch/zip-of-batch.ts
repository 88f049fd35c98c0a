import { type ZipFile, zipStream } from '#shared/archive/zip.ts';
import type { Batch, BatchItem } from '#shared/jobs/batch/batch.ts';
import { createNamer } from '#shared/jobs/batch/output-names.ts';
import type { BlobStore, Bytes } from '#shared/ports.ts';

const extensions: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

type Contents = {
  batch: Batch;
  items: readonly BatchItem[];
  nameTemplate: string;
  blobs: Pick<BlobStore, 'get'>;
  onProgress(done: number, total: number): void;
};

/** The finished pictures of a batch with the name each gets, in the order of the batch. */
export function namedResults({ batch, items, nameTemplate }: Omit<Contents, 'blobs' | 'onProgress'>) {
  const name = createNamer(nameTemplate);
  return items.flatMap((item) => {
    if (!item.result) return [];
    const { folder, name: ofPicture } = item.picture;
    const preset = batch.looks[item.look]?.name ?? '';
    const facts = { folder, name: ofPicture, preset, seed: item.seed, number: item.index + 1 };
    return [{ item, key: item.result.key, path: name(facts, extensions[item.result.mimeType] ?? 'png') }];
  });
}

/** A zip of them, of which one picture at a time is in memory. A picture that is gone is left out. */
export function zipOfBatch(contents: Contents): ReadableStream<Bytes> {
  const { blobs, batch, onProgress } = contents;
  const results = namedResults(contents);
  async function* files(): AsyncGenerator<ZipFile> {
    for (const [done, { item, key, path }] of results.entries()) {
      onProgress(done, results.length);
      const blob = await blobs.get(key);
      const modifiedAtMs = item.endedAtMs ?? batch.createdAtMs;
      if (blob) yield { path, bytes: blob.bytes, modifiedAtMs };
    }
  }
  return zipStream(files());
}
