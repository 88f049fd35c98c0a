import { historyWords } from '#shared/i18n/en/history.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import styles from './undo-notice.module.css';

/** Says what was deleted, and takes it back, for as long as that can be done. */
export function UndoNotice({ title, onUndo }: { title: string; onUndo: () => void }) {
  return (
    <div class={styles.notice} role="status">
      <p class={styles.words} dir="auto">
        {historyWords.deleted(title)}
      </p>
      <Button onClick={onUndo}>{historyWords.undo}</Button>
    </div>
  );
}
