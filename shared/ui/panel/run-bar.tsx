import { useId } from 'preact/hooks';
import { historyWords } from '#shared/i18n/en/history.ts';
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
  /** A picture that is there already and costs nothing. */
  earlier?: EarlierOffer | null | undefined;
  /** Runs although the same picture is there. */
  onRunAnyway(): void;
};

export type EarlierOffer = {
  /** `same` takes the primary button's place; `like` is offered beside it. */
  match: 'same' | 'like';
  /** When it was made, in words. */
  note: string;
  thumbnailUrl: string | null;
  onShow(): void;
};

/** The one primary button. The line below it says how long, or what is missing. */
export function RunBar({ earlier, onRunAnyway, ...run }: RunBarProps) {
  const noteId = useId();
  const { price, busy, blockedBy } = run;
  const isSame = earlier?.match === 'same' && blockedBy === null;
  const note = blockedBy ?? (earlier ? earlier.note : run.wait);
  return (
    <div class={styles.bar}>
      <div class={styles.buttons}>
        {earlier?.thumbnailUrl && blockedBy === null && (
          <img class={styles.thumbnail} src={earlier.thumbnailUrl} alt="" />
        )}
        <Button
          kind="primary"
          type="submit"
          busy={busy}
          blocked={blockedBy !== null}
          describedBy={note ? noteId : undefined}
        >
          {isSame ? historyWords.earlier.same : busy ? words.busy : words.button}
          <Price words={isSame ? historyWords.earlier.free : busy ? null : price} />
        </Button>
      </div>
      {earlier && blockedBy === null && (
        <Button onClick={isSame ? onRunAnyway : earlier.onShow}>
          {isSame ? historyWords.earlier.anyway : historyWords.earlier.like}
          <Price words={isSame ? price : historyWords.earlier.free} />
        </Button>
      )}
      <p id={noteId} class={`${styles.note} ${text.quiet}`} aria-live="polite">
        {note}
      </p>
    </div>
  );
}

function Price({ words: price }: { words: string | null }) {
  return price && <span class={styles.price}>{price}</span>;
}
