import { figmaWords } from '#shared/i18n/en/figma.ts';
import { describeLayerJob } from './describe-layer-job.ts';
import styles from './job-list.module.css';
import { JobRow, type JobRowHandlers } from './job-row.tsx';
import { isEnded, type LayerJob } from './layer-job.ts';

const words = figmaWords.jobs;

type JobListProps = JobRowHandlers & {
  rows: readonly LayerJob[];
  route: 'relay' | 'direct' | null;
  elsewhereCount: number;
};

export function JobList({ rows, elsewhereCount, ...rest }: JobListProps) {
  if (rows.length === 0 && elsewhereCount === 0) return null;
  return (
    <section class={styles.section} aria-label={words.heading}>
      <ul class={styles.list}>
        {rows.map((row) => (
          <JobRow key={row.id} row={row} {...rest} />
        ))}
      </ul>
      {elsewhereCount > 0 && <p class={styles.note}>{words.elsewhere(elsewhereCount)}</p>}
      <p class={styles.unseen} aria-live="polite">
        {lastEnding(rows)}
      </p>
    </section>
  );
}

/** Read out once a layer is done: progress would talk without end. */
function lastEnding(rows: readonly LayerJob[]): string | null {
  const ended = rows.filter(isEnded).at(-1);
  const how = ended && describeLayerJob(ended);
  return ended && how ? words.ended(ended.layerName, how) : null;
}
