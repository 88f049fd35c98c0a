import type { Batch, BatchItem } from '#shared/jobs/batch/batch.ts';
import type { BatchDeps } from '#shared/jobs/batch/batch-deps.ts';
import { beginItem, nameJob, takeUp } from '#shared/jobs/batch/begin-item.ts';
import { type PlannedItem, planBatch, type Standing } from '#shared/jobs/batch/plan-batch.ts';
import { settledItem, stopsTheBatch } from '#shared/jobs/batch/settle-item.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';

/**
 * More than there are slots are made ready, over all batches: with one of them a slot that ends right after
 * another would wait for an upload, which costs a batch of a thousand half a percent.
 */
const ahead = 2;

/**
 * Looks at every batch that has not ended, oldest first, and does what is to be done now. What people have
 * started by themselves takes slots first.
 */
export async function stepBatches(deps: BatchDeps): Promise<void> {
  const people = deps.runner.inHand().filter((job) => job.context.batchId === undefined && holdsSlot(job));
  let left = { slots: (await deps.slots()) - people.length, ahead };
  for (const batch of await deps.store.list()) {
    if (batch.endedAtMs !== null) continue;
    const used = await stepBatch(batch, left, deps);
    left = { slots: left.slots - used.sent, ahead: Math.max(0, left.ahead - used.ready) };
  }
}

type Used = { sent: number; ready: number };

async function stepBatch(batch: Batch, limits: { slots: number; ahead: number }, deps: BatchDeps) {
  const { store } = deps;
  const standing = await lookAtBegun(batch, deps);
  // A fault that was just found may have paused it.
  const now = (await store.get(batch.id)) ?? batch;
  const waiting = await store.itemsIn(batch.id, 'waiting', Math.max(0, limits.slots) + limits.ahead + 1);
  if (standing.isOver && waiting.length === 0) {
    await end(now, deps);
    return { sent: 0, ready: 0 };
  }
  const queue: PlannedItem[] = waiting.map(({ index }) => ({ index, standing: 'waiting' }));
  const plan = planBatch({ isPaused: now.isPaused, items: [...standing.begun, ...queue] }, limits);
  const sent = plan.filter(({ type }) => type === 'send').map(({ index }) => index);
  for (const index of sent) deps.gate.open(standing.jobIds.get(index) ?? '');
  for (const item of waiting) {
    if (plan.some(({ type, index }) => type === 'prepare' && index === item.index))
      await beginItem(await nameJob(item, deps), deps);
  }
  return usedBy(standing.begun, plan.length - sent.length, sent.length);
}

function usedBy(begun: readonly PlannedItem[], prepared: number, sentNow: number): Used {
  const count = (wanted: Standing) => begun.filter(({ standing }) => standing === wanted).length;
  const onTheirWay = count('ready') + count('preparing') - sentNow + prepared;
  return { sent: count('sent') + sentNow, ready: onTheirWay };
}

/** Where the items stand that have begun; those whose job has ended are settled on the way. */
async function lookAtBegun(batch: Batch, deps: BatchDeps) {
  const { store, journal, runner } = deps;
  const inHand = new Map(runner.inHand().map((job) => [job.id, job]));
  const starting = await store.itemsIn(batch.id, 'starting');
  for (const item of starting) await beginItem(item, deps);
  const begun: (PlannedItem & { place: number })[] = [];
  const jobIds = new Map<number, string>();
  let isOver = true;
  for (const item of await store.itemsIn(batch.id, 'started')) {
    const jobId = item.jobId ?? '';
    const job = inHand.get(jobId) ?? (await journal.get(jobId));
    if (!job || isFinished(job)) {
      await settle(item, job, deps);
      continue;
    }
    isOver = false;
    if (!inHand.has(jobId)) await takeUp(item, job, deps);
    const standing = standingOf(job, deps);
    if (standing === null) continue;
    begun.push({ index: item.index, place: item.place, standing });
    jobIds.set(item.index, jobId);
  }
  return { begun: begun.sort((a, b) => a.place - b.place), jobIds, isOver };
}

async function settle(item: BatchItem, job: Job | null, deps: BatchDeps): Promise<void> {
  const { store, gate, clock } = deps;
  const settled = settledItem(item, job, clock.nowMs());
  await store.putItems([settled]);
  gate.close(item.jobId ?? '');
  deps.onChange?.(item.batchId, item.index);
  const batch = await store.get(item.batchId);
  if (!batch || batch.isPaused || !stopsTheBatch(settled)) return;
  const stopped = { ...batch, isPaused: true, pausedBy: settled.error };
  await store.put(stopped);
  deps.onChange?.(batch.id, null);
  deps.onRest?.(stopped);
}

async function end(batch: Batch, deps: BatchDeps): Promise<void> {
  const ended = { ...batch, isPaused: false, pausedBy: null, endedAtMs: deps.clock.nowMs() };
  await deps.store.put(ended);
  deps.onChange?.(batch.id, null);
  deps.onRest?.(ended);
}

/** `null` once its run has ended: the slot is free while the result is fetched. */
function standingOf(job: Job, { gate }: BatchDeps): Standing | null {
  if (job.stage.name === 'collecting') return null;
  if (gate.isWaiting(job.id)) return 'ready';
  return holdsRun(job) || gate.isOpen(job.id) ? 'sent' : 'preparing';
}

function holdsRun({ stage }: Job): boolean {
  return stage.name === 'submitting' || stage.name === 'reconciling' || stage.name === 'running';
}

/** A person's job is given its slot while it is still being prepared. */
function holdsSlot(job: Job): boolean {
  return job.stage.name !== 'collecting';
}
