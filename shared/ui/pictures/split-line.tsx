import styles from './split-line.module.css';

/** One press of an arrow key, in percent: the pointer moves ten times finer. */
const arrowStep = 2;
const arrows: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 };

type SplitLineProps = {
  /** 0..100 from the left. */
  percent: number;
  onPercent(percent: number): void;
  label: string;
  /** Read out in place of the bare number. */
  valueText: string;
  /** Where it is taken: anywhere on the picture, or at the line alone where the picture itself is moved. */
  grip: 'picture' | 'line';
  /** Without the line it goes on hearing keys: one of the pictures is shown whole as long as one is held. */
  isShown?: boolean;
  /** What other keys mean. */
  keys?: { onKeyDown(event: KeyboardEvent): void; onKeyUp(event: KeyboardEvent): void; onBlur(): void };
};

/**
 * The line between two pictures that lie on one another. The element around it says in `--at` where that is,
 * and cuts the upper picture off there; with `grip="line"` also how broad the grip is, in `--thumb`.
 */
export function SplitLine({ percent, onPercent, isShown = true, keys, ...props }: SplitLineProps) {
  const onKeyDown = (event: KeyboardEvent) => {
    const direction = arrows[event.key];
    if (direction === undefined) return keys?.onKeyDown(event);
    event.preventDefault();
    onPercent(Math.min(100, Math.max(0, percent + direction * arrowStep)));
  };
  return (
    <>
      <input
        class={styles.range}
        data-grip={props.grip}
        type="range"
        min={0}
        max={100}
        step={0.2}
        value={percent}
        aria-label={props.label}
        aria-valuetext={props.valueText}
        onInput={(event) => onPercent(event.currentTarget.valueAsNumber)}
        {...keys}
        onKeyDown={onKeyDown}
      />
      {isShown && <span class={styles.line} />}
    </>
  );
}
