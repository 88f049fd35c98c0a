import { webAppWords as words } from '#shared/i18n/en/web-app.ts';
import type { Job } from '#shared/jobs/job.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { useEndedJobs } from '#shared/ui/jobs/use-ended-jobs.ts';
import text from '#shared/ui/text.module.css';
import styles from './recent.module.css';
import { StudioJob, type StudioJobProps } from './studio-job.tsx';

type RecentProps = Pick<StudioJobProps, 'price' | 'services' | 'desk' | 'onSettings'> & {
  jobs: readonly Job[];
  showMore: (() => void) | null;
  onOpen(job: Job): void;
  onStartOver(job: Job): void;
};

/** What was made in this browser, the newest first. */
export function Recent({ jobs, showMore, onOpen, onStartOver, ...each }: RecentProps) {
  const news = useEndedJobs(jobs);
  return (
    <section class={styles.recent} aria-labelledby="recent" hidden={jobs.length === 0}>
      <header class={styles.head}>
        <h2 id="recent">{words.recent}</h2>
        <p class={text.quiet}>{words.kept}</p>
      </header>
      <p class={text.heard} role="status">
        {news}
      </p>
      <div class={styles.jobs}>
        {jobs.map((job, at) => (
          <StudioJob
            key={job.id}
            {...each}
            job={job}
            isNewest={at === 0}
            onOpen={() => onOpen(job)}
            onStartOver={() => onStartOver(job)}
          />
        ))}
      </div>
      {showMore && (
        <div class={styles.more}>
          <Button onClick={showMore}>{words.more}</Button>
        </div>
      )}
    </section>
  );
}
