import type { ComponentChildren } from 'preact';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { PictureIcon } from '#shared/ui/icons/icons.tsx';
import { JobActions } from '#shared/ui/jobs/job-actions.tsx';
import type { JobHandlers, JobView } from '#shared/ui/jobs/job-view.ts';
import text from '../text.module.css';
import styles from './job-card.module.css';

export type JobCardProps = JobHandlers & {
  job: JobView;
  /** What people have said of the picture, and may say here. */
  marks?: ComponentChildren;
};

export function JobCard({ job, marks, ...handlers }: JobCardProps) {
  return (
    <article class={styles.card} aria-label={job.title} data-state={job.state}>
      <Picture job={job} onOpen={handlers.onOpen} />
      <div class={styles.facts}>
        <h3 class={styles.title} dir="auto" title={job.title}>
          {job.title}
        </h3>
        <JobWords job={job} />
        {job.note && !job.error && <p class={text.quiet}>{job.note}</p>}
        {job.state === 'running' && <ProgressBar words={job.words} ratio={job.progressRatio} />}
        {marks}
        <JobActions job={job} {...handlers} />
      </div>
    </article>
  );
}

function Picture({ job, onOpen }: Pick<JobCardProps, 'job' | 'onOpen'>) {
  const url = job.resultUrl ?? job.previewUrl ?? job.thumbnailUrl;
  const isPreview = !job.resultUrl && job.previewUrl !== null;
  const picture = url ? (
    <img class={styles.image} data-preview={isPreview} src={url} alt="" />
  ) : (
    <PictureIcon />
  );
  if (job.state !== 'done') return <div class={styles.picture}>{picture}</div>;
  const label = panelWords.jobs.open(job.title);
  return (
    <button
      type="button"
      class={styles.picture}
      aria-label={label}
      title={label}
      onClick={() => onOpen(job.id)}
    >
      {picture}
    </button>
  );
}

function JobWords({ job }: { job: JobView }) {
  if (job.error) {
    return (
      <p class={text.quiet}>
        <strong class={styles.error}>{job.error.title}.</strong> {job.error.advice}
      </p>
    );
  }
  return (
    <p class={text.quiet}>
      {job.words}
      {job.cost && <span class={styles.cost}>{job.cost}</span>}
    </p>
  );
}
