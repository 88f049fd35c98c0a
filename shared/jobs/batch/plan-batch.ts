/**
 * Where an item stands for the scheduler: `preparing` is read, scaled and uploaded, which is free;
 * `ready` waits only for its turn; `sent` is paid for and its run has not ended. Others are left out.
 */
export type Standing = 'waiting' | 'preparing' | 'ready' | 'sent';

export type PlannedItem = { index: number; standing: Standing };

export type BatchState = { isPaused: boolean; items: readonly PlannedItem[] };

export type BatchAction = { type: 'send' | 'prepare'; index: number };

/** `slots` may be paid for at once; `ahead` more are made ready, so that a slot never waits for an upload. */
export type BatchLimits = { slots: number; ahead: number };

/**
 * What to do now, in this order; pure. `items` come in the order they are to go: of those that are ready the
 * first is sent first, and nothing is prepared before what stands in front of it. What is `sent` counts until
 * its run has ended, so that a slot is filled again the moment one has.
 */
export function planBatch({ isPaused, items }: BatchState, { slots, ahead }: BatchLimits): BatchAction[] {
  if (isPaused) return [];
  const standing = (wanted: Standing) => items.filter((item) => item.standing === wanted);
  const freeSlots = Math.max(0, slots - standing('sent').length);
  const ready = standing('ready');
  const onTheirWay = ready.length + standing('preparing').length;
  const send = ready.slice(0, freeSlots);
  const prepare = standing('waiting').slice(0, Math.max(0, freeSlots + ahead - onTheirWay));
  return [
    ...send.map(({ index }) => ({ type: 'send' as const, index })),
    ...prepare.map(({ index }) => ({ type: 'prepare' as const, index })),
  ];
}
