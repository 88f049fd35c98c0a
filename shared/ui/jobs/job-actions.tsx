import type { ErrorAction } from '#shared/i18n/en/errors.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { IconButton } from '#shared/ui/controls/icon-button.tsx';
import { CloseIcon, CopyIcon, DownloadIcon, PlainFileIcon, PromptIcon } from '#shared/ui/icons/icons.tsx';
import type { JobHandlers, JobView } from '#shared/ui/jobs/job-view.ts';
import styles from './job-actions.module.css';

const words = panelWords.jobs;

/** What can be done with a job in its state. */
export function JobActions({ job, ...handlers }: JobHandlers & { job: JobView }) {
  return (
    <div class={styles.actions}>
      {job.state === 'running' && <Button onClick={() => handlers.onCancel(job.id)}>{words.cancel}</Button>}
      {job.state === 'done' && <ResultActions job={job} {...handlers} />}
      {job.state === 'cancelled' && <AgainButton job={job} onClick={handlers.onRetry} />}
      {job.state === 'failed' && <HelpingButtons job={job} {...handlers} />}
      {job.state !== 'running' && job.hasOriginal && (
        <IconButton label={words.startOver} onClick={() => handlers.onStartOver(job.id)}>
          <PromptIcon />
        </IconButton>
      )}
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

function ResultActions({ job, onDownload, onCleanCopy, onCopy, onVary }: JobHandlers & { job: JobView }) {
  return (
    <>
      <IconButton label={words.download} onClick={() => onDownload(job.id)}>
        <DownloadIcon />
      </IconButton>
      {onCleanCopy && (
        <IconButton label={words.clean} onClick={() => onCleanCopy(job.id)}>
          <PlainFileIcon />
        </IconButton>
      )}
      <IconButton label={words.copy} onClick={() => onCopy(job.id)}>
        <CopyIcon />
      </IconButton>
      {job.hasOriginal && <AgainButton job={job} onClick={onVary} />}
    </>
  );
}

/** What is spent by a press stands on the button. */
function AgainButton({ job, label = words.retry, onClick }: AgainButtonProps) {
  return (
    <Button onClick={() => onClick(job.id)}>
      {label}
      {job.priceAgain && <span class={styles.price}>{job.priceAgain}</span>}
    </Button>
  );
}

type AgainButtonProps = { job: JobView; label?: string | undefined; onClick: (jobId: string) => void };

/** What helps, and a second way where there is one. */
function HelpingButtons({ job, onRetry, onErrorAction }: JobHandlers & { job: JobView }) {
  const { action = 'retry', button = words.retry, other } = job.error ?? {};
  const act = (wanted: ErrorAction) => (wanted === 'retry' ? onRetry(job.id) : onErrorAction(job.id, wanted));
  return (
    <>
      {action === 'retry' ? (
        <AgainButton job={job} label={button} onClick={onRetry} />
      ) : (
        <Button onClick={() => act(action)}>{button}</Button>
      )}
      {other && <Button onClick={() => act(other.action)}>{other.button}</Button>}
    </>
  );
}
