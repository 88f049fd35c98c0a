import { useState } from 'preact/hooks';
import { type ZipFile, zipStream } from '#shared/archive/zip.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { BlobKey, BlobStore } from '#shared/ports.ts';
import { saveStream } from './save-stream.ts';

/** A stored picture and the place it gets in a zip. */
export type PictureToPack = { key: BlobKey; path: string; modifiedAtMs: number };

export const extensionOf: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

/** Saving pictures as one zip, with how far it is and what came of it. A picture that is gone is left out. */
export function useZip({ blobs }: { blobs: Pick<BlobStore, 'get'> }) {
  const [packing, setPacking] = useState<{ done: number; total: number } | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  /** One picture at a time is in memory. */
  async function* read(pictures: readonly PictureToPack[]): AsyncGenerator<ZipFile> {
    for (const [done, { key, path, modifiedAtMs }] of pictures.entries()) {
      setPacking({ done, total: pictures.length });
      const blob = await blobs.get(key);
      if (blob) yield { path, bytes: blob.bytes, modifiedAtMs };
    }
  }

  async function save(name: string, pictures: readonly PictureToPack[]): Promise<void> {
    setSavedAs(null);
    setProblem(null);
    try {
      // Nothing may come before it: after any wait the browser no longer sees a click.
      if (await saveStream(name, () => zipStream(read(pictures)))) setSavedAs(name);
    } catch (error) {
      setProblem(errorWords(toErrorData(error)).title);
    }
    setPacking(null);
  }

  return { packing, savedAs, problem, save };
}
