import type { Batch } from '#shared/jobs/batch/batch.ts';
import { createBatchRunner } from '#shared/jobs/batch/batch-runner.ts';
import type { BatchStore } from '#shared/jobs/batch/batch-store.ts';
import { createGate } from '#shared/jobs/batch/gate.ts';
import type { Job } from '#shared/jobs/job.ts';
import { systemIds } from '#shared/platform.ts';
import type { StandIn } from '../stand-in/stand-in.ts';
import { createCore, type Disk } from './core.ts';
import { type Life, mortal } from './mortal.ts';
import { createVirtualClock } from './virtual-clock.ts';

export type BatchDisk = Disk & { batches: BatchStore };

type Options = {
  slots: number;
  onJob?: (job: Job) => void;
  /** The clock on the wall, which no death turns back: runs are looked for by when they were sent. */
  startMs?: number;
};

/** Batches over the one job runner, as the extension wires them, for one life of a process. */
export async function createBatchCore(standIn: StandIn, disk: BatchDisk, { slots, onJob, startMs }: Options) {
  const life: Life = { isOver: false };
  const underWay = new Set<Promise<unknown>>();
  const clock = createVirtualClock(startMs ?? Date.now());
  const { journal, blobs, batches: store } = mortalDisk(disk, life);
  const gate = createGate(() => void batches.wake());
  const core = await createCore(
    standIn,
    { journal, blobs },
    {
      clock,
      turn: gate.turn,
      fetch(url, init) {
        if (life.isOver) return new Promise(() => {});
        const answering = fetch(url, init);
        underWay.add(answering.catch(() => {}));
        return answering;
      },
      onChange(job) {
        onJob?.(job);
        batches.onJobChange(job);
      },
    },
  );
  const ended = new Map<string, (batch: Batch) => void>();
  const batches = createBatchRunner({
    store,
    journal,
    runner: core.runner,
    gate,
    slots: async () => slots,
    clock,
    ids: systemIds,
    onRest: (batch) => batch.endedAtMs !== null && ended.get(batch.id)?.(batch),
  });
  return {
    core,
    batches,
    gate,
    nowMs: clock.nowMs,
    /** What is on the wire still reaches the server: the next life's clock would jump ahead of it. */
    async die(): Promise<void> {
      life.isOver = true;
      await Promise.all(underWay);
    },
    async end(batchId: string): Promise<void> {
      if ((await disk.batches.get(batchId))?.endedAtMs) return;
      await new Promise((resolve) => ended.set(batchId, resolve));
    },
  };
}

function mortalDisk({ journal, blobs, batches }: BatchDisk, life: Life): BatchDisk {
  return { journal: mortal(journal, life), blobs: mortal(blobs, life), batches: mortal(batches, life) };
}
