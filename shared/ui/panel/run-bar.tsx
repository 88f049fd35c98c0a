import { useId } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import text from '../text.module.css';
import styles from './run-bar.module.css';

const words = panelWords.run;

export type RunBarProps = {
  /** What it will cost, in words: `about $0.03`. */
  price: string | null;
  /** How long it will take, in words. */
  wait: string | null;
  busy: boolean;
  /** Why it cannot run now. */
  blockedBy: string | null;
};

/** The one primary button. The line below it says how long, or what is missing. */
export function RunBar({ price, wait, busy, blockedBy }: RunBarProps) {
  const noteId = useId();
  const note = blockedBy ?? wait;
  return (
    <div class={styles.bar}>
      <Button
        kind="primary"
        type="submit"
        busy={busy}
        blocked={blockedBy !== null}
        describedBy={note ? noteId : undefined}
      >
        {busy ? words.busy : words.button}
        {price && !busy && <span class={styles.price}>{price}</span>}
      </Button>
      <p id={noteId} class={`${styles.note} ${text.quiet}`} aria-live="polite">
        {note}
      </p>
    </div>
  );
}
