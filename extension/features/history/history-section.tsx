import { useEffect, useState } from 'preact/hooks';
import { everything } from '#shared/history/query.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import text from '#shared/ui/text.module.css';
import { ask } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { UndoNotice } from '../../platform/views/undo-notice.tsx';
import { EntryDetails } from './entry-details.tsx';
import { titleOfEntry } from './entry-title.ts';
import { HistoryGrid } from './history-grid.tsx';
import styles from './history-section.module.css';
import { HistoryToolbar } from './history-toolbar.tsx';
import { useDeletion } from './use-deletion.ts';
import { useHistory } from './use-history.ts';

type HistorySectionProps = {
  services: Services;
  /** The entry to open at first. */
  openId?: string | null;
};

/** Every picture that was ever made: to be found, looked at, kept, used again. */
export function HistorySection({ services, openId: firstId = null }: HistorySectionProps) {
  const { query, setQuery, found, allCount, isWhole, mark } = useHistory(services);
  const { deleted, remove, undo } = useDeletion(mark);
  const [openId, setOpenId] = useState(firstId);
  // Jobs of earlier versions get their entries now, if the worker had no time yet.
  useEffect(() => {
    if (isWhole) void ask('history.catchUp', {}).catch(() => {});
  }, [isWhole]);

  const entries = found ?? [];
  const openAt = entries.findIndex(({ id }) => id === openId);
  const open = entries[openAt];
  const step = (by: number) => setOpenId(entries[openAt + by]?.id ?? openId);
  const removeOpen = () => {
    if (!open) return;
    setOpenId((entries[openAt + 1] ?? entries[openAt - 1])?.id ?? null);
    void remove(open);
  };
  return (
    <section class={styles.history} aria-label={historyWords.title}>
      <HistoryToolbar query={query} onQuery={setQuery} />
      <p class={text.quiet} role="status">
        {isWhole ? historyWords.count(entries.length, allCount) : historyWords.reading}
      </p>
      {isWhole && entries.length === 0 && (
        <Nothing isFiltered={allCount > 0} onShowAll={() => setQuery(everything)} />
      )}
      <HistoryGrid
        entries={entries}
        services={services}
        onOpen={({ id }) => setOpenId(id)}
        onMark={({ id }, change) => void mark(id, change)}
        onDelete={(entry) => void remove(entry)}
      />
      <p class={styles.keys}>{historyWords.keys}</p>
      {open && (
        <EntryDetails
          entry={open}
          services={services}
          onMark={(change) => void mark(open.id, change)}
          onDelete={removeOpen}
          onStep={step}
          onClose={() => setOpenId(null)}
        />
      )}
      {deleted && (
        <UndoNotice said={historyWords.deleted(titleOfEntry(deleted))} onUndo={() => void undo()} />
      )}
    </section>
  );
}

function Nothing({ isFiltered, onShowAll }: { isFiltered: boolean; onShowAll: () => void }) {
  return (
    <div class={styles.nothing}>
      <p>{isFiltered ? historyWords.none : historyWords.empty}</p>
      {isFiltered && <Button onClick={onShowAll}>{historyWords.showAll}</Button>}
    </div>
  );
}
