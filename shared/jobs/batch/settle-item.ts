import type { ErrorCode } from '#shared/errors/codes.ts';
import type { BatchItem } from '#shared/jobs/batch/batch.ts';
import type { Job } from '#shared/jobs/job.ts';

/** Faults that are no picture's own: the next item would meet the same, and may cost money to do so. */
const stopping: ReadonlySet<ErrorCode> = new Set([
  'not-configured',
  'connection-changed',
  'unauthorized',
  'forbidden',
  'no-credit',
  'deployment-not-found',
  'workflow-unmet',
  'rate-limited',
  'unreachable',
  'server-failed',
  'timeout',
  'uncertain',
  'unexpected-answer',
  'suspended',
  'network-blocked',
  'network-sign-in',
  'untrusted-connection',
  'host-not-allowed',
  'storage-full',
  'relay-off',
]);

export function stopsTheBatch({ error }: BatchItem): boolean {
  return error !== null && stopping.has(error.code);
}

/** The item of a job that has ended; of one that somebody deleted, a cancelled item. */
export function settledItem(item: BatchItem, job: Job | null, nowMs: number): BatchItem {
  const ended = { ...item, continuesFromMs: null, error: null, endedAtMs: nowMs };
  if (job?.stage.name === 'done') {
    const { result, figures } = job.stage;
    const { key, mimeType } = result;
    return { ...ended, state: 'done', result: { key, mimeType }, costUsd: figures.costUsd };
  }
  if (job?.stage.name === 'failed') return { ...ended, state: 'failed', error: job.stage.error };
  return { ...ended, state: 'cancelled' };
}

/** An ended item back in the queue. Its job is gone on with, at no cost where that can be. */
export function queuedAgain(item: BatchItem): BatchItem {
  return { ...item, state: 'waiting', error: null, endedAtMs: null };
}
