import { Button } from '@create-figma-plugin/ui';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Route } from '../connection/route.ts';
import { batchWords, failedIds, unfinishedIds } from './batch-figures.ts';
import { describeLayerJob } from './describe-layer-job.ts';
import styles from './job-list.module.css';
import { JobRow, type JobRowHandlers } from './job-row.tsx';
import { isEnded, type LayerJob } from './layer-job.ts';

const words = figmaWords.jobs;

type BatchHandlers = { onCancelAll(): void; onRetryFailed(): void };

export type JobListHandlers = JobRowHandlers & BatchHandlers;

type JobListProps = JobListHandlers & {
  rows: readonly LayerJob[];
  route: Route | null;
  elsewhereCount: number;
};

export function JobList({ rows, elsewhereCount, onCancelAll, onRetryFailed, ...rest }: JobListProps) {
  if (rows.length === 0 && elsewhereCount === 0) return null;
  return (
    <section class={styles.section} aria-label={words.heading}>
      <BatchLine rows={rows} onCancelAll={onCancelAll} onRetryFailed={onRetryFailed} />
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

/** How a batch stands, and what can be done to all of it. */
function BatchLine({ rows, onCancelAll, onRetryFailed }: BatchHandlers & { rows: readonly LayerJob[] }) {
  const summary = batchWords(rows);
  if (!summary) return null;
  return (
    <div class={styles.batch}>
      <span class={styles.summary}>{summary}</span>
      {failedIds(rows).length > 1 && (
        <Button secondary onClick={onRetryFailed}>
          {words.retryFailed}
        </Button>
      )}
      {unfinishedIds(rows).length > 1 && (
        <Button secondary onClick={onCancelAll}>
          {words.cancelAll}
        </Button>
      )}
    </div>
  );
}

/** Read out once a layer is done: progress would talk without end. */
function lastEnding(rows: readonly LayerJob[]): string | null {
  const ended = rows.filter(isEnded).at(-1);
  const how = ended && describeLayerJob(ended);
  return ended && how ? words.ended(ended.layerName, how) : null;
}
