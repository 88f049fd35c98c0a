import { useState } from 'preact/hooks';
import { batchWords } from '#shared/i18n/en/batch.ts';
import type { Batch } from '#shared/jobs/batch/batch.ts';
import { ChevronIcon } from '#shared/ui/icons/icons.tsx';
import styles from './batch-card.module.css';
import { BatchContents } from './batch-contents.tsx';
import type { BatchProps } from './batch-props.ts';

export function titleOfBatch({ pictureCount, looks }: Batch): string {
  return batchWords.list.title(
    pictureCount,
    looks.map(({ name }) => name),
  );
}

/** One batch. Closed it is a line; its items are read only while it is open. */
export function BatchCard({ isOpenAtFirst, ...props }: BatchProps & { isOpenAtFirst: boolean }) {
  const [isOpen, setOpen] = useState(isOpenAtFirst);
  const { id, createdAtMs } = props.batch;
  const title = titleOfBatch(props.batch);
  return (
    <article class={styles.card} aria-labelledby={`title-${id}`}>
      <h3 class={styles.heading}>
        <button
          type="button"
          id={`title-${id}`}
          class={styles.toggle}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          <span class={styles.chevron}>
            <ChevronIcon />
          </span>
          <span class={styles.title}>{title}</span>
          <time class={styles.time} dateTime={new Date(createdAtMs).toISOString()}>
            {new Date(createdAtMs).toLocaleString('en', { dateStyle: 'medium', timeStyle: 'short' })}
          </time>
        </button>
      </h3>
      {isOpen && <BatchContents {...props} />}
    </article>
  );
}
