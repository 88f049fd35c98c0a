import type { BatchItem } from '#shared/jobs/batch/batch.ts';

export type Move = 'first' | 'up' | 'down' | 'last';

/**
 * The items to write so that one stands elsewhere in the queue: one or two, however long it is. `queue` is
 * what waits, by place. Empty when it stands there already or no longer waits.
 */
export function moveItem(queue: readonly BatchItem[], index: number, move: Move): BatchItem[] {
  const at = queue.findIndex((item) => item.index === index);
  const item = queue[at];
  const [first, last] = [queue[0], queue.at(-1)];
  if (!item || !first || !last) return [];
  if (move === 'first') return item === first ? [] : [{ ...item, place: first.place - 1 }];
  if (move === 'last') return item === last ? [] : [{ ...item, place: last.place + 1 }];
  const other = queue[move === 'up' ? at - 1 : at + 1];
  if (!other) return [];
  return [
    { ...item, place: other.place },
    { ...other, place: item.place },
  ];
}
