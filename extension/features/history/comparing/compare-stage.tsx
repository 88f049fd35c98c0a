import { useState } from 'preact/hooks';
import { historyWords } from '#shared/i18n/en/history.ts';
import type { useZoomed } from '#shared/ui/pictures/use-zoomed.ts';
import type { Zoomed } from '#shared/ui/pictures/zoomed.ts';
import styles from './compare-stage.module.css';

export type Mode = 'slider' | 'side' | 'hold';
type Shown = { url: string; label: string };

type CompareStageProps = Pick<ReturnType<typeof useZoomed>, 'view' | 'pane'> & {
  mode: Mode;
  sides: readonly [Shown, Shown];
  /** The first one is shown everywhere as long as it is held. */
  isHeld: boolean;
  onHold(isHeld: boolean): void;
};

const words = historyWords.compare;

/** Both pictures lie alike in panes of one size, so that one view fits both. */
export function CompareStage({
  mode,
  sides: [first, second],
  view,
  pane,
  isHeld,
  onHold,
}: CompareStageProps) {
  const shown = isHeld ? first : second;
  if (mode === 'side') {
    return (
      <div class={styles.stage} dir="ltr" data-mode={mode}>
        {[first, shown].map((side, at) => (
          <div key={at} class={styles.pane} {...pane}>
            <Layer side={side} view={view} />
            <Tag label={side.label} />
          </div>
        ))}
      </div>
    );
  }
  return (
    // Left is first and right is second in every language: pictures are not mirrored.
    <div class={styles.stage} dir="ltr" data-mode={mode}>
      <div class={styles.pane} {...pane}>
        <Layer side={shown} view={view} />
        <Tag label={shown.label} isAtEnd={mode === 'slider' && !isHeld} />
        {mode === 'slider' ? (
          !isHeld && <Curtain side={first} view={view} />
        ) : (
          <button
            type="button"
            class={styles.hold}
            onPointerDown={() => onHold(true)}
            onPointerUp={() => onHold(false)}
            onPointerLeave={() => onHold(false)}
            onKeyDown={({ key }) => (key === ' ' || key === 'Enter') && onHold(true)}
            onKeyUp={() => onHold(false)}
          >
            {words.hold(first.label)}
          </button>
        )}
      </div>
    </div>
  );
}

/** The first picture, from the left edge to a line that is dragged. */
function Curtain({ side, view }: { side: Shown; view: Zoomed }) {
  const [percent, setPercent] = useState(50);
  return (
    <div class={styles.curtain} style={{ '--split': percent / 100 }}>
      <div class={styles.cut}>
        <Layer side={side} view={view} />
        <Tag label={side.label} />
      </div>
      <input
        class={styles.range}
        type="range"
        min={0}
        max={100}
        step={0.5}
        value={percent}
        aria-label={words.line}
        aria-valuetext={words.lineAt(Math.round(percent), side.label)}
        onInput={(event) => setPercent(event.currentTarget.valueAsNumber)}
      />
      <span class={styles.line} />
    </div>
  );
}

function Layer({ side, view: { scale, x, y } }: { side: Shown; view: Zoomed }) {
  const transform = `translate(${x * 100}%, ${y * 100}%) scale(${scale})`;
  return (
    <img class={styles.picture} src={side.url} alt={side.label} draggable={false} style={{ transform }} />
  );
}

function Tag({ label, isAtEnd = false }: { label: string; isAtEnd?: boolean }) {
  return (
    <span class={styles.tag} data-end={isAtEnd} dir="auto">
      {label}
    </span>
  );
}
