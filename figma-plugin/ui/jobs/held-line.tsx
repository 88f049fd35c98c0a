import { Button } from '@create-figma-plugin/ui';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import styles from './held-line.module.css';
import type { HeldOrders } from './resume-orders.ts';

const words = figmaWords.jobs;

type HeldLineProps = {
  held: HeldOrders;
  /** What making them costs at least; `null` where nobody can say. */
  price: string | null;
  onMake(): void;
  onLeave(): void;
};

/** What an earlier day has left unmade: nothing of it is paid for before this is answered. */
export function HeldLine({ held: { rows, sinceMs }, price, onMake, onLeave }: HeldLineProps) {
  const count = rows.length;
  if (count === 0) return null;
  return (
    <div class={styles.held} role="status">
      <p class={styles.words}>{words.held(count, sinceMs === null ? null : formatMoment(sinceMs))}</p>
      <Button secondary onClick={onMake}>
        {words.makeHeld(count, price)}
      </Button>
      <Button secondary onClick={onLeave}>
        {words.leaveHeld(count)}
      </Button>
    </div>
  );
}
