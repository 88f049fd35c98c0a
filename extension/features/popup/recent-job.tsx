import { costWords } from '#shared/budget/cost-words.ts';
import { formatUsd } from '#shared/budget/estimate.ts';
import { describeReceipt, isLesser } from '#shared/capture/describe-receipt.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import type { ErrorAction } from '#shared/i18n/en/errors.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { errorDetails, errorWords } from '#shared/i18n/error-words.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import { describeHandover } from '#shared/i18n/handover-words.ts';
import { describeJob, progressRatioOf } from '#shared/jobs/describe-job.ts';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/runner.ts';
import { JobCard } from '#shared/ui/jobs/job-card.tsx';
import type { JobView } from '#shared/ui/jobs/job-view.ts';
import { ask } from '../../messaging.ts';
import { forgetJob } from '../../platform/forget-job.ts';
import type { Services } from '../../platform/services.ts';
import { allowHost } from '../../platform/views/allow-host.ts';
import { copyResult, downloadResult, titleOf } from '../../platform/views/keep-picture.ts';
import { openAddress, openPage, panelPath, settingsPath } from '../../platform/views/open-page.ts';
import { useBlobUrl } from '../../platform/views/use-blob-url.ts';
import { usePreviewUrl } from '../../platform/views/use-preview-url.ts';
import { FailoverOffer } from './failover-offer.tsx';
import { RecentMarks } from './recent-marks.tsx';
import { ShowOnPage } from './show-on-page.tsx';
import type { ShownOnPage } from './use-shown.ts';

type RecentJobProps = {
  job: Job;
  /** What another run of it costs, in words; `null` while unknown. */
  price: string | null;
  services: Services;
  /** Engines to offer for it, best first; none where another job's offer is shown, or nothing has failed. */
  others: readonly Connection[];
  onDismissed: () => void;
  shown: ShownOnPage;
};

/** A job's card with its pictures read from the store. */
export function RecentJob({ job, price, services, others, onDismissed, shown }: RecentJobProps) {
  const thumbnailUrl = useBlobUrl(services, job.recipe.sourceKey || null);
  const resultUrl = useBlobUrl(services, job.stage.name === 'done' ? job.stage.result.key : null);
  const previewUrl = usePreviewUrl(job);
  const view = viewOf(job, price, { thumbnailUrl, previewUrl, resultUrl });
  const dismiss = () => void forgetJob(job, services).then(onDismissed);
  return (
    <div>
      <JobCard
        job={view}
        onCancel={() => void ask('jobs.cancel', { jobId: job.id })}
        onRetry={() => void ask('jobs.retry', { jobId: job.id })}
        onVary={() => void ask('jobs.vary', { jobId: job.id })}
        onStartOver={() => void openPage(`${panelPath}?tab#job=${job.id}`)}
        onOpen={() => resultUrl && void window.open(resultUrl)}
        onDownload={() => void downloadResult(job, services)}
        onCleanCopy={() => void downloadResult(job, services, 'clean')}
        marks={job.stage.name === 'done' && <RecentMarks job={job} services={services} />}
        onCopy={() => void copyResult(job, services)}
        onDismiss={dismiss}
        onErrorAction={(_, action) => help(job, action, dismiss)}
      />
      {shown.canShow(job) && <ShowOnPage jobId={job.id} showAgain={shown.showAgain} />}
      {others.length > 0 && <FailoverOffer job={job} others={others} />}
    </div>
  );
}

type Urls = Pick<JobView, 'thumbnailUrl' | 'previewUrl' | 'resultUrl'>;

function viewOf(job: Job, price: string | null, urls: Urls): JobView {
  const { stage } = job;
  const isEnded = stage.name === 'done' || stage.name === 'failed' || stage.name === 'cancelled';
  return {
    ...urls,
    id: job.id,
    title: titleOf(job),
    words: wordsOf(job),
    note: describeHandover(job),
    progressRatio: progressRatioOf(job),
    state: isEnded ? stage.name : 'running',
    error: stage.name === 'failed' ? errorWords(stage.error, job.recipe) : null,
    cost: costOf(job),
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
function wordsOf(job: Job): string {
  if (job.servedFrom) return historyWords.earlier.recent(formatMoment(job.servedFrom.endedAtMs));
  const words = describeJob(job);
  const isOther = job.stage.name === 'done' && job.recipe.engine !== 'comfydeploy' && !job.handovers;
  const { receipt } = job.context;
  const notes = [
    isOther && engineNames[job.recipe.engine],
    receipt && isLesser(receipt) && describeReceipt(receipt),
  ];
  return [words, ...notes].filter(Boolean).join(' · ');
}

/** The one thing that helps, as the error's words promise it. */
function help(job: Job, action: ErrorAction, dismiss: () => void): void {
  const error = job.stage.name === 'failed' ? job.stage.error : null;
  // Nothing may come before the request for a host: after any wait the browser no longer sees a click.
  if (action === 'allow-host' && error) void allowHost(job, error);
  else if (action === 'open-settings') void openPage(settingsPath);
  else if (action === 'open-address' && error) openAddress(error);
  else if (action === 'choose-picture') void openPage(`${panelPath}?tab`);
  else if (action === 'copy-details' && error) void navigator.clipboard.writeText(errorDetails(error));
  else if (action === 'dismiss') dismiss();
  else void ask('jobs.retry', { jobId: job.id });
}
