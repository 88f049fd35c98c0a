import { useId } from 'preact/hooks';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import styles from './start-bar.module.css';
import type { Offer } from './use-new-batch.ts';

const words = batchWords.run;

/** The one primary button, with the price of all. The line below says how long, or what is missing. */
export function StartBar({ count, price, note, isBlocked, isBusy }: Offer & { isBusy: boolean }) {
  const noteId = useId();
  return (
    <div class={styles.bar}>
      <Button kind="primary" type="submit" busy={isBusy} blocked={isBlocked} describedBy={noteId}>
        {isBusy ? words.busy : words.button(isBlocked ? 0 : count)}
        {price && !isBusy && <span class={styles.price}>{price}</span>}
      </Button>
      <p id={noteId} class={styles.note} aria-live="polite">
        {note}
      </p>
    </div>
  );
}
