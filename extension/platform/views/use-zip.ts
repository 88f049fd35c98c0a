import { useState } from 'preact/hooks';
import { type ZipFile, zipStream } from '#shared/archive/zip.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { noteOf, withRecipeNote } from '#shared/history/recipe-note.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import type { BlobKey, BlobStore } from '#shared/ports.ts';
import { saveStream } from './save-stream.ts';

/** A stored picture, the job that made it, and the place it gets in a zip. */
export type PictureToPack = { key: BlobKey; jobId: string | null; path: string; modifiedAtMs: number };

export const extensionOf: Readonly<Record<string, string>> = { 'image/png': 'png', 'image/jpeg': 'jpg' };

type Shelf = { blobs: Pick<BlobStore, 'get'>; journal: Pick<JobJournal, 'get'> };

/**
 * Saving pictures as one zip, with how far it is and what came of it. Each carries its recipe and the mark of AI,
 * as a picture that is saved alone does; one that is gone is left out.
 */
export function useZip({ blobs, journal }: Shelf) {
  const [packing, setPacking] = useState<{ done: number; total: number } | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  /** One picture at a time is in memory. */
  async function* read(pictures: readonly PictureToPack[]): AsyncGenerator<ZipFile> {
    for (const [done, { key, jobId, path, modifiedAtMs }] of pictures.entries()) {
      setPacking({ done, total: pictures.length });
      const blob = await blobs.get(key);
      const job = jobId === null ? null : await journal.get(jobId);
      if (!blob) continue;
      yield { path, bytes: job ? withRecipeNote(blob.bytes, noteOf(job)) : blob.bytes, modifiedAtMs };
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
