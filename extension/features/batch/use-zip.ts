import { useState } from 'preact/hooks';
import { toErrorData } from '#shared/errors/app-error.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { saveStream } from '../../platform/views/save-stream.ts';
import type { ContentsProps } from './batch-contents.tsx';
import { zipOfBatch } from './zip-of-batch.ts';

/** Saving a batch's results as one zip, with how far it is and what came of it. */
export function useZip({ batch, items, services, settings }: ContentsProps) {
  const [packing, setPacking] = useState<{ done: number; total: number } | null>(null);
  const [savedAs, setSavedAs] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);

  async function saveNow(): Promise<void> {
    const name = batchWords.action.zipName(new Date(batch.createdAtMs).toISOString().slice(0, 10));
    const open = () =>
      zipOfBatch({
        batch,
        items,
        nameTemplate: settings.nameTemplate,
        blobs: services.blobs,
        onProgress: (done, total) => setPacking({ done, total }),
      });
    setSavedAs(null);
    setProblem(null);
    try {
      // Nothing may come before it: after any wait the browser no longer sees a click.
      if (await saveStream(name, open)) setSavedAs(name);
    } catch (error) {
      setProblem(errorWords(toErrorData(error)).title);
    }
    setPacking(null);
  }

  return { packing, savedAs, problem, save: () => void saveNow() };
}
