import { toErrorData } from '#shared/errors/app-error.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';
import { isFinished, type Job, type Stage } from '#shared/jobs/job.ts';
import { collect } from '#shared/jobs/steps/collect.ts';
import { withNews } from '#shared/jobs/steps/news.ts';
import { prepare } from '#shared/jobs/steps/prepare.ts';
import { reconcile } from '#shared/jobs/steps/reconcile.ts';
import { submit } from '#shared/jobs/steps/submit.ts';
import { upload } from '#shared/jobs/steps/upload.ts';
import { endsTheRun, watch } from '#shared/jobs/steps/watch.ts';
import { type JobEvent, transition } from '#shared/jobs/transitions.ts';

/**
 * Takes a job from whatever stage it is found in to its end. Failing is an end; it rejects
 * only when that could not be written down.
 */
export async function advanceToEnd(drive: Drive, deps: RunnerDeps): Promise<void> {
  while (!isFinished(drive.job)) {
    try {
      await advance(drive, deps);
    } catch (error) {
      await fail(drive, deps, error);
    }
  }
}

async function advance(drive: Drive, deps: RunnerDeps): Promise<void> {
  const { stage, cancelRequested } = drive.job;
  const nothingSent = ['created', 'preparing', 'uploading', 'uploaded'].includes(stage.name);
  if (cancelRequested && nothingSent) return drive.record({ type: 'cancelled' });
  switch (stage.name) {
    case 'created':
    case 'preparing':
      return prepare(drive, deps);
    case 'uploading':
      return upload(drive, deps);
    case 'uploaded':
      // Nudged while it waits, it comes by again: it may have been cancelled.
      return (await drive.hasTurn()) ? submit(drive, deps) : undefined;
    case 'submitting':
      // Only a job found after a crash stands here: whether the request went out is unknown.
      return drive.record({ type: 'answer-lost' });
    case 'reconciling':
      return reconcile(drive, deps);
    case 'running':
      return withNews(drive, deps, (heard) => watch(drive, deps, heard));
    case 'collecting':
      return collect(drive, deps);
  }
}

async function fail(drive: Drive, deps: RunnerDeps, error: unknown): Promise<void> {
  const { stage } = drive.job;
  const hasRun = stage.name === 'running' || stage.name === 'collecting';
  const retryFrom = hasRun && endsTheRun(error) ? null : resumable(stage);
  const failed = { type: 'failed', error: toErrorData(error), retryFrom } as const;
  const takenOver = await takeOver(transition(drive.job, failed, deps.clock.nowMs()), deps);
  // A person may have called the job off while the settings were read.
  const goesOn = takenOver !== null && !drive.job.cancelRequested;
  await (goesOn ? drive.record(failed, takenOver) : drive.record(failed));
}

/** That another engine goes on with a failed job, where the settings name one. */
async function takeOver(failed: Job, { fallback, ids }: RunnerDeps): Promise<JobEvent | null> {
  const recipe = await fallback?.(failed).catch(() => null);
  return recipe ? { type: 'handed-over', recipe, nonce: ids.uuid(), isAutomatic: true } : null;
}

/** Where "continue" takes up again. A refused request made no run, so it may be sent anew. */
function resumable(stage: Stage): Stage {
  if (stage.name === 'submitting') {
    const { pictureValue, sentAtMs, sentAtServerMs = null } = stage;
    const serverAheadMs = sentAtServerMs === null ? null : sentAtServerMs - sentAtMs;
    return { name: 'uploaded', pictureValue, serverAheadMs };
  }
  if (stage.name === 'reconciling') return { ...stage, misses: 0 };
  return stage;
}
