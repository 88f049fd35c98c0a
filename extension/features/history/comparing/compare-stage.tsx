import { useState } from 'preact/hooks';
import { historyWords } from '#shared/i18n/en/history.ts';
import { SplitLine } from '#shared/ui/pictures/split-line.tsx';
import type { Held } from '#shared/ui/pictures/use-held.ts';
import type { useZoomed } from '#shared/ui/pictures/use-zoomed.ts';
import type { Zoomed } from '#shared/ui/pictures/zoomed.ts';
import styles from './compare-stage.module.css';

export type Mode = 'slider' | 'side' | 'hold';
type Shown = { url: string; label: string };

type CompareStageProps = Pick<ReturnType<typeof useZoomed>, 'view' | 'pane'> & {
  mode: Mode;
  sides: readonly [Shown, Shown];
  /** The first one is shown everywhere as long as it is held. */
  hold: Held;
};

const words = historyWords.compare;

/** Both pictures lie alike in panes of one size, so that one view fits both. */
export function CompareStage({ mode, sides: [first, second], view, pane, hold }: CompareStageProps) {
  const shown = hold.held ? first : second;
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
        <Tag label={shown.label} isAtEnd={mode === 'slider' && !hold.held} />
        {mode === 'slider' ? (
          <Curtain side={first} view={view} isDrawn={!hold.held} />
        ) : (
          <button type="button" class={styles.hold} {...hold.keys} {...hold.pointer}>
            {words.hold(first.label)}
          </button>
        )}
      </div>
    </div>
  );
}

type CurtainProps = {
  side: Shown;
  view: Zoomed;
  /** While it is not, the line stays where it was, and the focus with it. */
  isDrawn: boolean;
};

/** The first picture, from the left edge to a line that is dragged. */
function Curtain({ side, view, isDrawn }: CurtainProps) {
  const [percent, setPercent] = useState(50);
  return (
    <div class={styles.curtain} style={{ '--split': percent / 100 }}>
      {isDrawn && (
        <div class={styles.cut}>
          <Layer side={side} view={view} />
          <Tag label={side.label} />
        </div>
      )}
      <SplitLine
        percent={percent}
        onPercent={setPercent}
        label={words.line}
        valueText={words.lineAt(Math.round(percent), side.label)}
        grip="line"
        isShown={isDrawn}
      />
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
