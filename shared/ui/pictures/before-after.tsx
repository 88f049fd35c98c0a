import { useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { HoldButton } from '#shared/ui/pictures/hold-button.tsx';
import { SplitLine } from '#shared/ui/pictures/split-line.tsx';
import { useHeld } from '#shared/ui/pictures/use-held.ts';
import styles from './before-after.module.css';

const words = panelWords.compare;

type BeforeAfterProps = {
  beforeUrl: string;
  afterUrl: string;
  /** Names the picture, e.g. `coffee.png`. */
  label: string;
  /** How much of the original shows at first, 0..100 from the left. */
  initialPercent?: number;
};

/**
 * The result over its original. It fills the box of its parent exactly, without a letterbox: both
 * pictures have the same aspect, and rounding must not show a seam at the edge.
 */
export function BeforeAfter({ beforeUrl, afterUrl, label, initialPercent = 50 }: BeforeAfterProps) {
  const [percent, setPercent] = useState(initialPercent);
  const hold = useHeld();
  return (
    // Left is before and right is after in every language: pictures are not mirrored.
    <div class={styles.box} dir="ltr" data-held={hold.held} style={{ '--at': `${percent}%` }}>
      <img class={styles.after} src={afterUrl} alt={words.after(label)} draggable={false} />
      <img class={styles.before} src={beforeUrl} alt={words.before(label)} draggable={false} />
      <SplitLine
        percent={percent}
        onPercent={setPercent}
        label={words.slider}
        valueText={words.value(Math.round(percent))}
        grip="picture"
        isShown={!hold.held}
        keys={hold.keys}
      />
      {hold.held && <span class={styles.tag}>{words.original}</span>}
      <HoldButton label={words.hold} held={hold} />
    </div>
  );
}
