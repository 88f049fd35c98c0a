import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { JobActions, type JobActionsProps } from '#shared/ui/jobs/job-actions.tsx';
import { JobPicture } from '#shared/ui/jobs/job-picture.tsx';
import type { JobHandlers, JobView } from '#shared/ui/jobs/job-view.ts';
import text from '../text.module.css';
import styles from './job-card.module.css';

export type JobCardProps = JobHandlers &
  Pick<JobActionsProps, 'menu'> & {
    job: JobView;
    /** The one that people wait for: its thumbnail grows into the result. */
    isNewest?: boolean;
    /** What came of the last press: `Copied`. It stands in the place of the job's own words. */
    news?: string | null;
    /** What people have said of the picture, and may say here. */
    marks?: ComponentChildren;
  };

export function JobCard({ job, isNewest = false, news = null, marks, menu, ...on }: JobCardProps) {
  const [isComparing, setComparing] = useState(false);
  const isLarge = job.state === 'done' && (isNewest || isComparing);
  return (
    <article class={styles.card} aria-label={job.title} data-state={job.state} data-large={isLarge}>
      <JobPicture job={job} isLarge={isLarge} isComparing={isComparing} onOpen={on.onOpen} />
      <div class={styles.facts}>
        <h3 class={styles.title} dir="auto" title={job.title}>
          {job.title}
        </h3>
        <div class={styles.about}>
          <div class={styles.words}>
            <JobWords job={job} news={news} />
          </div>
          {isLarge && marks}
        </div>
        {job.state === 'running' ? (
          <div class={styles.progress}>
            <ProgressBar words={job.words} ratio={job.progressRatio} />
            <Button onClick={on.onCancel}>{panelWords.jobs.cancel}</Button>
          </div>
        ) : (
          <JobActions job={job} menu={menu} isComparing={isComparing} onCompare={setComparing} {...on} />
        )}
      </div>
    </article>
  );
}

function JobWords({ job, news }: { job: JobView; news: string | null }) {
  const { error, note } = job;
  return (
    <>
      {error && <p class={styles.error}>{error.title}</p>}
      <p class={text.heard} role="status">
        {news}
      </p>
      <p class={text.quiet} aria-hidden={news !== null}>
        {news ?? error?.advice ?? job.words}
        {!news && !error && job.cost && <span class={styles.cost}>{job.cost}</span>}
      </p>
      {note && !error && <p class={text.quiet}>{note}</p>}
    </>
  );
}
