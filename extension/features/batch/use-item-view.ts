import { formatUsd } from '#shared/budget/estimate.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { BatchItem } from '#shared/jobs/batch/batch.ts';
import { describeJob, progressRatioOf } from '#shared/jobs/describe-job.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { ItemView } from '#shared/ui/batch/item-view.ts';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';
import type { Services } from '../../platform/services.ts';
import { useJob } from '../../platform/views/use-job.ts';

const words = batchWords.item;

/** An item in words, with the progress of its job while that runs and the best picture there is of it. */
export function useItemView(item: BatchItem, look: string, services: Services): ItemView {
  const job = useJob(services, item.state === 'started' ? item.jobId : null);
  const pictureUrl = useBlobUrl(services, item.result?.key ?? item.picture.thumbnailKey);
  return {
    index: item.index,
    name: item.picture.name,
    folder: item.picture.folder,
    look,
    state: item.state,
    words: wordsOf(item, job),
    isAtWork: job !== null && !isHeld(job),
    progressRatio: job && progressRatioOf(job),
    pictureUrl,
    cost: item.costUsd === null ? null : formatUsd(item.costUsd),
  };
}

function wordsOf({ state, error }: BatchItem, job: Job | null): string {
  if (state === 'failed' && error) {
    const { title, advice } = errorWords(error);
    return `${title}. ${advice}`;
  }
  if (state !== 'started') return state === 'failed' ? '' : words[state];
  if (!job) return words.starting;
  return isHeld(job) ? words.ready : describeJob(job);
}

/** Prepared, and waiting for one of the paid places: nothing is done for it until then. */
function isHeld({ stage, cancelRequested }: Job): boolean {
  return stage.name === 'uploaded' && !cancelRequested;
}
