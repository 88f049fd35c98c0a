import { useState } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { recipeInWords } from '#shared/history/recipe-in-words.ts';
import type { FileKind } from '#shared/history/result-file.ts';
import { handoffWords } from '#shared/i18n/en/handoff.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { Services } from '../../platform/services.ts';
import { copyResult, downloadResult } from '../../platform/views/keep-picture.ts';
import { keepInWords } from '../../platform/views/save-preset.ts';
import { sendToFigma } from '../../platform/views/send-to-figma.ts';
import { useOneAtATime } from '../../platform/views/use-one-at-a-time.ts';

const words = historyWords.details;

/** What the buttons of a picture do, and the sentence that says what came of the last one. */
export function useEntryActs(entry: HistoryEntry, services: Services) {
  const [status, setStatus] = useState<string>(entry.state === 'done' ? words.cleanHint : '');
  const { once } = useOneAtATime();

  const withJob = async (act: (job: Job) => Promise<string>) => {
    const job = await services.journal.get(entry.id);
    setStatus(job ? await act(job).catch(() => words.lost) : words.lost);
  };
  const sayCopied = (copying: Promise<void>, copied: string) =>
    copying.then(
      () => copied,
      () => words.copyRefused,
    );

  return {
    status,
    setStatus,
    withJob,
    download: (kind: FileKind) =>
      void withJob(async (job) => words.saved(await downloadResult(job, services, kind))),
    copy: () => void withJob((job) => sayCopied(copyResult(job, services), words.copied)),
    send() {
      setStatus(handoffWords.preparing);
      void withJob((job) => sendToFigma(job, services));
    },
    keep: () => void once(() => withJob((job) => keepInWords(job, services))),
    copyRecipe: () =>
      void sayCopied(navigator.clipboard.writeText(recipeInWords(entry)), words.recipeCopied).then(setStatus),
  };
}
