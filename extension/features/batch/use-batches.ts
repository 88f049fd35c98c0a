import { useEffect, useState } from 'preact/hooks';
import type { Batch, BatchItem } from '#shared/jobs/batch/batch.ts';
import { ask } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { onBatchChanged } from './changes.ts';

/** A worker that was ended is woken by the question. */
const pokeEveryMs = 5_000;

/** All batches, newest first, kept current. */
export function useBatches({ batches }: Services): readonly Batch[] {
  const [list, setList] = useState<readonly Batch[]>([]);
  const isAnyGoing = list.some(({ endedAtMs, isPaused }) => endedAtMs === null && !isPaused);

  useEffect(() => {
    const refresh = () => void batches.list().then((all) => setList(all.reverse()));
    refresh();
    return onBatchChanged(({ index }) => index === null && refresh());
  }, [batches]);

  useEffect(() => {
    if (!isAnyGoing) return;
    const timer = setInterval(() => void ask('batch.wake', {}).catch(() => {}), pokeEveryMs);
    return () => clearInterval(timer);
  }, [isAnyGoing]);

  return list;
}

/** A batch's items as they are queued, each read anew only when it has changed; `null` until they are read. */
export function useItems({ batches }: Services, batchId: string): readonly BatchItem[] | null {
  const [items, setItems] = useState<readonly BatchItem[] | null>(null);

  useEffect(() => {
    const readAll = () => void batches.items(batchId).then((all) => setItems(all.sort(byPlace)));
    const readOne = (index: number) =>
      void batches.item(batchId, index).then((item) => item && setItems((known) => withItem(known, item)));
    readAll();
    return onBatchChanged((change) => {
      if (change.batchId !== batchId) return;
      if (change.index === null) readAll();
      else readOne(change.index);
    });
  }, [batches, batchId]);

  return items;
}

function withItem(known: readonly BatchItem[] | null, item: BatchItem): readonly BatchItem[] | null {
  return known?.map((each) => (each.index === item.index ? item : each)) ?? null;
}

function byPlace(a: BatchItem, b: BatchItem): number {
  return a.place - b.place;
}
