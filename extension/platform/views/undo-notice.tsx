import { historyWords } from '#shared/i18n/en/history.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import styles from './undo-notice.module.css';

/** Says what was taken away, and gives it back, for as long as that can be done. */
export function UndoNotice({ said, onUndo }: { said: string; onUndo: () => void }) {
  return (
    <div class={styles.notice} role="status">
      <p class={styles.words} dir="auto">
        {said}
      </p>
      <Button onClick={onUndo}>{historyWords.undo}</Button>
    </div>
  );
}
