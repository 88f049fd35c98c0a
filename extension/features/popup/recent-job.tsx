import { formatUsd } from '#shared/budget/estimate.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import type { ErrorAction } from '#shared/i18n/en/errors.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { errorDetails, errorWords } from '#shared/i18n/error-words.ts';
import { describeJob, progressRatioOf } from '#shared/jobs/describe-job.ts';
import { nextEngine } from '#shared/jobs/failover.ts';
import type { Job } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/runner.ts';
import { JobCard } from '#shared/ui/jobs/job-card.tsx';
import type { JobView } from '#shared/ui/jobs/job-view.ts';
import { ask } from '../../messaging.ts';
import { forgetJob } from '../../platform/forget-job.ts';
import type { Services } from '../../platform/services.ts';
import { allowHost } from '../../platform/views/allow-host.ts';
import { copyResult, downloadResult, titleOf } from '../../platform/views/keep-picture.ts';
import { openPage, panelPath, settingsPath } from '../../platform/views/open-page.ts';
import { useBlobUrl } from '../../platform/views/use-blob-url.ts';
import { FailoverOffer } from './failover-offer.tsx';

type RecentJobProps = {
  job: Job;
  /** What a run of the main connection costs, in words; `null` while unknown. */
  price: string | null;
  services: Services;
  connections: readonly Connection[];
  onDismissed: () => void;
};

/** A job's card with its pictures read from the store. */
export function RecentJob({ job, price, services, connections, onDismissed }: RecentJobProps) {
  const thumbnailUrl = useBlobUrl(services, job.recipe.sourceKey || null);
  const resultUrl = useBlobUrl(services, job.stage.name === 'done' ? job.stage.result.key : null);
  const isOfMain = job.recipe.engine === connections[0]?.engine;
  const view = viewOf(job, isOfMain ? price : null, { thumbnailUrl, resultUrl });
  const other = nextEngine(job, connections);
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
        onCopy={() => void copyResult(job, services)}
        onDismiss={dismiss}
        onErrorAction={(_, action) => help(job, action, dismiss)}
      />
      {other && <FailoverOffer job={job} connection={other} />}
    </div>
  );
}

function viewOf(job: Job, price: string | null, urls: Pick<JobView, 'thumbnailUrl' | 'resultUrl'>): JobView {
  const { stage } = job;
  const isEnded = stage.name === 'done' || stage.name === 'failed' || stage.name === 'cancelled';
  return {
    ...urls,
    id: job.id,
    title: titleOf(job),
    words: wordsOf(job),
    progressRatio: progressRatioOf(job),
    state: isEnded ? stage.name : 'running',
    error: stage.name === 'failed' ? errorWords(stage.error) : null,
    cost: costOf(job),
    priceAgain: stage.name === 'failed' && stage.retryFrom !== null ? null : price,
    hasOriginal: job.recipe.sourceKey !== noSource,
  };
}

/** What it has cost; before that, what is set aside for it. */
function costOf({ stage, reservedUsd = null }: Job): string | null {
  if (stage.name === 'done') return stage.figures.costUsd === null ? null : formatUsd(stage.figures.costUsd);
  if (stage.name === 'failed' || stage.name === 'cancelled' || reservedUsd === null) return null;
  return popupWords.about(formatUsd(reservedUsd));
}

/** A picture that was not made by the team's own workflow says so. */
function wordsOf(job: Job): string {
  const words = describeJob(job);
  const isOther = job.stage.name === 'done' && job.recipe.engine !== 'comfydeploy';
  return isOther ? `${words} · ${engineNames[job.recipe.engine]}` : words;
}

/** The one thing that helps, as the error's words promise it. */
function help(job: Job, action: ErrorAction, dismiss: () => void): void {
  const error = job.stage.name === 'failed' ? job.stage.error : null;
  // Nothing may come before the request for a host: after any wait the browser no longer sees a click.
  if (action === 'allow-host' && error) void allowHost(job, error);
  else if (action === 'open-settings') void openPage(settingsPath);
  else if (action === 'choose-picture') void openPage(`${panelPath}?tab`);
  else if (action === 'copy-details' && error) void navigator.clipboard.writeText(errorDetails(error));
  else if (action === 'dismiss') dismiss();
  else void ask('jobs.retry', { jobId: job.id });
}
