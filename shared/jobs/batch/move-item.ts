import type { BatchItem } from '#shared/jobs/batch/batch.ts';

/** `onto`: to where the item of that index stands, which makes room. */
export type Move = 'first' | 'up' | 'down' | 'last' | { onto: number };

/**
 * The items to write so that one stands elsewhere in the queue: one or two, however long it is, and seldom all.
 * `queue` is what waits, by place. Empty when it stands there already or no longer waits.
 */
export function moveItem(queue: readonly BatchItem[], index: number, move: Move): BatchItem[] {
  const at = queue.findIndex((item) => item.index === index);
  const item = queue[at];
  const [first, last] = [queue[0], queue.at(-1)];
  if (!item || !first || !last) return [];
  if (move === 'first') return item === first ? [] : [{ ...item, place: first.place - 1 }];
  if (move === 'last') return item === last ? [] : [{ ...item, place: last.place + 1 }];
  if (typeof move === 'object') return moveOnto(queue, at, move.onto);
  const other = queue[move === 'up' ? at - 1 : at + 1];
  if (!other) return [];
  return [
    { ...item, place: other.place },
    { ...other, place: item.place },
  ];
}

function moveOnto(queue: readonly BatchItem[], at: number, onto: number): BatchItem[] {
  const item = queue[at];
  const target = queue.findIndex(({ index }) => index === onto);
  const rest = queue.toSpliced(at, 1);
  const before = rest[target - 1];
  const after = rest[target];
  if (!item || target < 0 || target === at) return [];
  const low = before?.place ?? (after?.place ?? 0) - 2;
  const high = after?.place ?? low + 2;
  const place = low + (high - low) / 2;
  if (place > low && place < high) return [{ ...item, place }];
  // No number is left between them: all get whole ones again.
  return rest.toSpliced(target, 0, item).map((each, index) => ({ ...each, place: index }));
}
