import { useState } from 'preact/hooks';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { errorDetails, errorWords } from '#shared/i18n/error-words.ts';
import { summariseBatch } from '#shared/jobs/batch/batch-summary.ts';
import { itemRowHeightPx, narrowBelowPx } from '#shared/ui/batch/item-row.tsx';
import { Segments } from '#shared/ui/controls/segments.tsx';
import { ErrorNotice } from '#shared/ui/feedback/error-notice.tsx';
import { ProgressBar } from '#shared/ui/feedback/progress-bar.tsx';
import { VirtualList } from '#shared/ui/lists/virtual-list.tsx';
import text from '#shared/ui/text.module.css';
import { ask } from '../../messaging.ts';
import { openPage, settingsPath } from '../../platform/views/open-page.ts';
import { BatchActions } from './batch-actions.tsx';
import styles from './batch-contents.module.css';
import type { BatchProps, ContentsProps } from './batch-props.ts';
import { BatchRow } from './batch-row.tsx';
import { ContactSheet } from './contact-sheet.tsx';
import { summaryWords } from './summary-words.ts';
import { useItems } from './use-batches.ts';
import { useIsNarrow } from './use-is-narrow.ts';
import { useRunningCount } from './use-running-count.ts';

/** What has become of a batch: in one line, in a bar, and picture by picture. */
export function BatchContents(props: BatchProps) {
  const items = useItems(props.services, props.batch.id);
  return items && <Contents {...props} items={items} />;
}

const views = [
  { value: 'sheet', label: batchWords.list.sheet },
  { value: 'rows', label: batchWords.list.rows },
] as const;

function Contents(props: ContentsProps) {
  const { batch, items, settings } = props;
  const summary = summariseBatch(batch, items, settings.slots);
  const sentence = summaryWords(batch, summary, useRunningCount(props.services, items));
  const canBeSheet = batch.pictureCount === 1 && batch.looks.length > 1;
  const [isSheet, setSheet] = useState(canBeSheet);
  return (
    <div class={styles.contents}>
      <p class={styles.summary}>{sentence}</p>
      <p class={text.heard} role="status">
        {batch.endedAtMs === null ? '' : batchWords.summary.ended}
      </p>
      {batch.endedAtMs === null && (
        <ProgressBar words={sentence} ratio={summary.endedCount / Math.max(1, batch.itemCount)} />
      )}
      {batch.pausedBy && <Stopped {...props} />}
      <BatchActions {...props} summary={summary} />
      {canBeSheet && (
        <Segments
          label={batchWords.list.view}
          options={views}
          value={isSheet ? 'sheet' : 'rows'}
          onValue={(view) => setSheet(view === 'sheet')}
        />
      )}
      {canBeSheet && isSheet ? <ContactSheet {...props} /> : <Rows {...props} />}
    </div>
  );
}

/** What every further picture would have met; going on tries those again that have met it. */
function Stopped({ batch }: ContentsProps) {
  const { pausedBy, id } = batch;
  if (!pausedBy) return null;
  const words = errorWords(pausedBy);
  const goOn = () => void ask('batch.resume', { batchId: id });
  return (
    <ErrorNotice
      error={pausedBy}
      words={words}
      onAction={(action) => (action === 'open-settings' ? void openPage(settingsPath) : goOn())}
      onCopyDetails={(error) => void navigator.clipboard.writeText(errorDetails(error))}
    />
  );
}

function Rows({ batch, items, services }: ContentsProps) {
  const isNarrow = useIsNarrow(narrowBelowPx);
  return (
    <VirtualList
      label={batchWords.list.items}
      rows={items}
      keyOf={({ index }) => index}
      rowHeightPx={isNarrow ? itemRowHeightPx.narrow : itemRowHeightPx.wide}
    >
      {(item) => <BatchRow item={item} look={batch.looks[item.look]?.name ?? ''} services={services} />}
    </VirtualList>
  );
}
