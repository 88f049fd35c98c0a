import { formatUsd } from '#shared/budget/estimate.ts';
import { describeReceipt, isLesser } from '#shared/capture/describe-receipt.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { engineNames } from '#shared/i18n/en/engines.ts';
import type { ErrorAction } from '#shared/i18n/en/errors.ts';
import { errorDetails, errorWords } from '#shared/i18n/error-words.ts';
import { describeJob, progressRatioOf } from '#shared/jobs/describe-job.ts';
import { nextEngine } from '#shared/jobs/failover.ts';
import type { Job } from '#shared/jobs/job.ts';
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
import { ShowOnPage } from './show-on-page.tsx';
import type { ShownOnPage } from './use-shown.ts';

type RecentJobProps = {
  job: Job;
  services: Services;
  connections: readonly Connection[];
  onDismissed: () => void;
  shown: ShownOnPage;
};

/** A job's card with its pictures read from the store. */
export function RecentJob({ job, services, connections, onDismissed, shown }: RecentJobProps) {
  const thumbnailUrl = useBlobUrl(services, job.recipe.sourceKey || null);
  const resultUrl = useBlobUrl(services, job.stage.name === 'done' ? job.stage.result.key : null);
  const view = viewOf(job, { thumbnailUrl, resultUrl });
  const other = nextEngine(job, connections);
  const dismiss = () => void forgetJob(job, services).then(onDismissed);
  return (
    <div>
      <JobCard
        job={view}
        onCancel={() => void ask('jobs.cancel', { jobId: job.id })}
        onRetry={() => void ask('jobs.retry', { jobId: job.id })}
        onOpen={() => resultUrl && void window.open(resultUrl)}
        onDownload={() => void downloadResult(job, services)}
        onCopy={() => void copyResult(job, services)}
        onDismiss={dismiss}
        onErrorAction={(_, action) => help(job, action, dismiss)}
      />
      {shown.canShow(job) && <ShowOnPage jobId={job.id} showAgain={shown.showAgain} />}
      {other && <FailoverOffer job={job} connection={other} />}
    </div>
  );
}

function viewOf(job: Job, urls: Pick<JobView, 'thumbnailUrl' | 'resultUrl'>): JobView {
  const { stage } = job;
  const isEnded = stage.name === 'done' || stage.name === 'failed' || stage.name === 'cancelled';
  const costUsd = stage.name === 'done' ? stage.figures.costUsd : null;
  return {
    ...urls,
    id: job.id,
    title: titleOf(job),
    words: wordsOf(job),
    progressRatio: progressRatioOf(job),
    state: isEnded ? stage.name : 'running',
    error: stage.name === 'failed' ? errorWords(stage.error) : null,
    cost: costUsd === null ? null : formatUsd(costUsd),
  };
}

/** A picture that was not made by the team's own workflow says so. */
function wordsOf(job: Job): string {
  const words = describeJob(job);
  const isOther = job.stage.name === 'done' && job.recipe.engine !== 'comfydeploy';
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
  else if (action === 'choose-picture') void openPage(`${panelPath}?tab`);
  else if (action === 'copy-details' && error) void navigator.clipboard.writeText(errorDetails(error));
  else if (action === 'dismiss') dismiss();
  else void ask('jobs.retry', { jobId: job.id });
}
