import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import styles from './virtual-list.module.css';

type VirtualListProps<Row> = {
  label: string;
  rows: readonly Row[];
  keyOf(row: Row): string | number;
  /** Every row has this height, so that the place of each is known without making it. */
  rowHeightPx: number;
  children(row: Row): ComponentChildren;
};

/** Rows above and below what is seen, so that quick scrolling meets no empty place. */
const spareRows = 4;

/** A list of any length that makes only the rows that can be seen. */
export function VirtualList<Row>({ label, rows, keyOf, rowHeightPx, children }: VirtualListProps<Row>) {
  const [scrolledPx, setScrolledPx] = useState(0);
  const seenCount = Math.ceil(Math.max(innerHeight, screen.height) / rowHeightPx);
  const firstSeen = Math.floor(Math.min(scrolledPx, rows.length * rowHeightPx) / rowHeightPx);
  const first = Math.max(0, firstSeen - spareRows);
  const shown = rows.slice(first, firstSeen + seenCount + spareRows);
  return (
    <section
      class={styles.frame}
      aria-label={label}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by the keyboard.
      tabIndex={0}
      onScroll={(event) => setScrolledPx(event.currentTarget.scrollTop)}
    >
      <ul class={styles.rows} style={{ blockSize: `${rows.length * rowHeightPx}px` }}>
        {shown.map((row, at) => (
          <li
            key={keyOf(row)}
            class={styles.row}
            style={{ insetBlockStart: `${(first + at) * rowHeightPx}px`, blockSize: `${rowHeightPx}px` }}
            aria-setsize={rows.length}
            aria-posinset={first + at + 1}
          >
            {children(row)}
          </li>
        ))}
      </ul>
    </section>
  );
}
