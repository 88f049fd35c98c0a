import type { HistoryEntry } from '#shared/history/entry.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { titleOfEntry } from './entry-title.ts';
import styles from './undo-notice.module.css';

/** Says what was deleted, and takes it back, for as long as that can be done. */
export function UndoNotice({ deleted, onUndo }: { deleted: readonly HistoryEntry[]; onUndo: () => void }) {
  const [first, ...more] = deleted;
  if (!first) return null;
  return (
    <div class={styles.notice} role="status">
      <p class={styles.words} dir="auto">
        {more.length > 0
          ? historyWords.deletedMany(deleted.length)
          : historyWords.deleted(titleOfEntry(first))}
      </p>
      <Button onClick={onUndo}>{historyWords.undo}</Button>
    </div>
  );
}
