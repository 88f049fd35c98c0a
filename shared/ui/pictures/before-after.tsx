import { useState } from 'preact/hooks';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { HoldButton } from '#shared/ui/pictures/hold-button.tsx';
import { useHeld } from '#shared/ui/pictures/use-held.ts';
import styles from './before-after.module.css';

const words = panelWords.compare;

/** One press of an arrow key, in percent: the pointer moves ten times finer. */
const arrowStep = 2;
const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

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
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (direction === undefined) return hold.keys.onKeyDown(event);
    event.preventDefault();
    setPercent(Math.min(100, Math.max(0, percent + direction * arrowStep)));
  };
  return (
    // Left is before and right is after in every language: pictures are not mirrored.
    <div class={styles.box} dir="ltr" data-held={hold.held} style={{ '--split': `${percent}%` }}>
      <img class={styles.after} src={afterUrl} alt={words.after(label)} draggable={false} />
      <img class={styles.before} src={beforeUrl} alt={words.before(label)} draggable={false} />
      <input
        class={styles.range}
        type="range"
        min={0}
        max={100}
        step={0.2}
        value={percent}
        aria-label={words.slider}
        aria-valuetext={words.value(Math.round(percent))}
        onInput={(event) => setPercent(event.currentTarget.valueAsNumber)}
        {...hold.keys}
        onKeyDown={onKeyDown}
      />
      <span class={styles.line} />
      {hold.held && <span class={styles.tag}>{words.original}</span>}
      <HoldButton label={words.hold} held={hold} />
    </div>
  );
}
