import { useId } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { JobCard } from '#shared/ui/jobs/job-card.tsx';
import type { JobHandlers, JobView } from '#shared/ui/jobs/job-view.ts';
import { useEndedJobs } from '#shared/ui/jobs/use-ended-jobs.ts';
import styles from './job-list.module.css';

const words = panelWords.jobs;

export function JobList({ jobs, ...handlers }: JobHandlers & { jobs: readonly JobView[] }) {
  const headingId = useId();
  const news = useEndedJobs(jobs);
  return (
    <section aria-labelledby={headingId}>
      <h2 id={headingId} class={styles.heading}>
        {words.list}
      </h2>
      <p class={styles.news} role="status">
        {news}
      </p>
      {jobs.length === 0 && <p class={styles.none}>{words.none}</p>}
      <ul class={styles.list}>
        {jobs.map((job) => (
          <li key={job.id}>
            <JobCard job={job} {...handlers} />
          </li>
        ))}
      </ul>
    </section>
  );
}
