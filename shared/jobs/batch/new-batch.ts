import type { Batch, BatchItem, BatchLook, BatchPicture } from '#shared/jobs/batch/batch.ts';
import type { Clock, Ids } from '#shared/ports.ts';

export type BatchWishes = {
  pictures: readonly BatchPicture[];
  looks: readonly BatchLook[];
  /** `null` draws a fresh one for every item. */
  seed: number | null;
  perItem: Batch['perItem'];
};

/** Every picture in every look: look by look for one picture before the next picture comes. */
export function newBatch(
  { pictures, looks, seed, perItem }: BatchWishes,
  { clock, ids }: { clock: Clock; ids: Ids },
): { batch: Batch; items: BatchItem[] } {
  const id = ids.uuid();
  const items = pictures.flatMap((picture, at) =>
    looks.map((_, look) =>
      newItem(id, at * looks.length + look, { picture, look, seed: seed ?? ids.seed() }),
    ),
  );
  const batch: Batch = {
    version: 1,
    id,
    createdAtMs: clock.nowMs(),
    looks,
    pictureCount: pictures.length,
    itemCount: items.length,
    perItem,
    isPaused: false,
    pausedBy: null,
    endedAtMs: null,
  };
  return { batch, items };
}

function newItem(
  batchId: string,
  index: number,
  wishes: Pick<BatchItem, 'picture' | 'look' | 'seed'>,
): BatchItem {
  return {
    version: 1,
    batchId,
    index,
    place: index,
    ...wishes,
    state: 'waiting',
    jobId: null,
    continuesFromMs: null,
    result: null,
    costUsd: null,
    error: null,
    endedAtMs: null,
  };
}
