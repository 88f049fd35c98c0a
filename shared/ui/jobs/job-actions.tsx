import type { ErrorAction } from '#shared/i18n/en/errors.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { CloseIcon, CopyIcon, DownloadIcon, RetryIcon } from '#shared/ui/icons/icons.tsx';
import type { JobHandlers, JobView } from '#shared/ui/jobs/job-view.ts';
import styles from './job-actions.module.css';

const words = panelWords.jobs;

/** What can be done with a job in its state. */
export function JobActions({ job, ...handlers }: JobHandlers & { job: JobView }) {
  return (
    <div class={styles.actions}>
      {job.state === 'running' && <Button onClick={() => handlers.onCancel(job.id)}>{words.cancel}</Button>}
      {job.state === 'done' && <ResultActions jobId={job.id} {...handlers} />}
      {job.state === 'cancelled' && <Button onClick={() => handlers.onRetry(job.id)}>{words.retry}</Button>}
      {job.state === 'failed' && <HelpingButtons job={job} {...handlers} />}
      {job.state !== 'running' && (
        <span class={styles.last}>
          <IconButton label={words.dismiss} onClick={() => handlers.onDismiss(job.id)}>
            <CloseIcon />
          </IconButton>
        </span>
      )}
    </div>
  );
}

function ResultActions({ jobId, onDownload, onCopy, onRetry }: JobHandlers & { jobId: string }) {
  return (
    <>
      <IconButton label={words.download} onClick={() => onDownload(jobId)}>
        <DownloadIcon />
      </IconButton>
      <IconButton label={words.copy} onClick={() => onCopy(jobId)}>
        <CopyIcon />
      </IconButton>
      <IconButton label={words.retry} onClick={() => onRetry(jobId)}>
        <RetryIcon />
      </IconButton>
    </>
  );
}

/** What helps, and a second way where there is one. */
function HelpingButtons({ job, onRetry, onErrorAction }: JobHandlers & { job: JobView }) {
  const { action = 'retry', button = words.retry, other } = job.error ?? {};
  const act = (wanted: ErrorAction) => (wanted === 'retry' ? onRetry(job.id) : onErrorAction(job.id, wanted));
  return (
    <>
      <Button onClick={() => act(action)}>{button}</Button>
      {other && <Button onClick={() => act(other.action)}>{other.button}</Button>}
    </>
  );
}
