import { recordInHistory } from '#shared/history/recorder.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { systemClock, systemIds } from '#shared/platform.ts';
import type { Services } from '../platform/services.ts';

/** A runner that tells the page of every change, and writes what has ended into the history. */
export function createRecordingRunner(services: Services, codec: ImageCodec) {
  const { journal, blobs, history, connections, changes } = services;

  /** What fails here is made up for by the next tidying. */
  async function record(job: Job): Promise<void> {
    await recordInHistory(job, { history, blobs, codec }).catch(() => {});
    changes.tell();
  }

  return createJobRunner({
    journal,
    blobs,
    codec,
    clock: systemClock,
    ids: systemIds,
    workflow: connections.workflowOf,
    isOffline: () => !navigator.onLine,
    onChange(job) {
      changes.tell();
      if (isFinished(job)) void record(job);
    },
  });
}
