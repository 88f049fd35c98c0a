import { costWords } from '#shared/budget/cost-words.ts';
import { formatUsd } from '#shared/budget/estimate.ts';
import { describeReceipt, isLesser } from '#shared/capture/describe-receipt.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import { describeHandover } from '#shared/i18n/handover-words.ts';
import { describeJob, progressRatioOf } from '#shared/jobs/describe-job.ts';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import { titleOf } from '#shared/jobs/title-of-job.ts';
import type { JobView } from '#shared/ui/jobs/job-view.ts';

type Urls = Pick<JobView, 'thumbnailUrl' | 'previewUrl' | 'resultUrl'>;

/** A job in words. `price`: what another run of it costs. `leftSeconds`: how long this one still takes. */
export function viewOfJob(
  job: Job,
  { price, leftSeconds, ...urls }: Urls & { price: string | null; leftSeconds: number | null },
): JobView {
  const { stage } = job;
  const isEnded = stage.name === 'done' || stage.name === 'failed' || stage.name === 'cancelled';
  return {
    ...urls,
    title: titleOf(job),
    words: wordsOf(job, leftSeconds),
    note: describeHandover(job),
    progressRatio: progressRatioOf(job),
    state: isEnded ? stage.name : 'running',
    resultSize: stage.name === 'done' ? stage.result : null,
    error: stage.name === 'failed' ? errorWords(stage.error, job.recipe) : null,
    cost: leftSeconds === null ? costOf(job) : null,
    priceAgain: stage.name === 'failed' && stage.retryFrom !== null ? null : price,
    hasOriginal: job.recipe.sourceKey !== noSource,
  };
}

/** What it has cost; before that, what is set aside for it. */
function costOf({ stage, reservedUsd = null }: Job): string | null {
  if (stage.name === 'done') return costWords(stage.figures);
  if (stage.name === 'failed' || stage.name === 'cancelled' || reservedUsd === null) return null;
  return popupWords.about(formatUsd(reservedUsd));
}

/** A picture that was not made by the team's own workflow says so, unless a note says more. */
function wordsOf(job: Job, leftSeconds: number | null): string {
  if (job.servedFrom) return historyWords.earlier.recent(formatMoment(job.servedFrom.endedAtMs));
  const words = describeJob(job);
  const isOther = job.stage.name === 'done' && job.recipe.engine !== 'comfydeploy' && !job.handovers;
  const { receipt } = job.context;
  const notes = [
    leftSeconds !== null && !job.trouble && popupWords.left(leftSeconds),
    isOther && engineNames[job.recipe.engine],
    receipt && isLesser(receipt) && describeReceipt(receipt),
  ];
  return [words, ...notes].filter(Boolean).join(' · ');
}
