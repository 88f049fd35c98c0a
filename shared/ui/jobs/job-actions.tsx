import { panelWords } from '#shared/i18n/en/panel.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { CloseIcon, CopyIcon, DownloadIcon, PlainFileIcon, RetryIcon } from '#shared/ui/icons/icons.tsx';
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
      {job.state === 'failed' && <HelpingButton job={job} {...handlers} />}
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

function ResultActions({ jobId, onDownload, onCleanCopy, onCopy, onRetry }: JobHandlers & { jobId: string }) {
  return (
    <>
      <IconButton label={words.download} onClick={() => onDownload(jobId)}>
        <DownloadIcon />
      </IconButton>
      {onCleanCopy && (
        <IconButton label={words.clean} onClick={() => onCleanCopy(jobId)}>
          <PlainFileIcon />
        </IconButton>
      )}
      <IconButton label={words.copy} onClick={() => onCopy(jobId)}>
        <CopyIcon />
      </IconButton>
      <IconButton label={words.retry} onClick={() => onRetry(jobId)}>
        <RetryIcon />
      </IconButton>
    </>
  );
}

function HelpingButton({ job, onRetry, onErrorAction }: JobHandlers & { job: JobView }) {
  const { error } = job;
  if (!error || error.action === 'retry') {
    return <Button onClick={() => onRetry(job.id)}>{error?.button ?? words.retry}</Button>;
  }
  return <Button onClick={() => onErrorAction(job.id, error.action)}>{error.button}</Button>;
}
