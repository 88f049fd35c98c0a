import { recordInHistory } from '#shared/history/recorder.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { type Handlers, tellJobChanged } from '../../messaging.ts';
import { isTidyDue, recordMissing, tidyHistory } from '../../platform/retention/tidy.ts';
import type { Services } from '../../platform/services.ts';
import type { HistoryMessages } from './messages.ts';

/** The worker has other things to do when it starts. */
const idleMs = 5_000;

/** Keeps the history of what ends, and tidies it when nothing else is to be done. */
export function createHistoryKeeping(services: Services) {
  const codec = createCanvasCodec();
  let tidying: Promise<void> | null = null;

  /** One at a time: what is asked meanwhile waits for its own turn. */
  function tidy(): Promise<void> {
    const next = (tidying ?? Promise.resolve()).then(() => tidyHistory(services, codec));
    tidying = next.catch(() => {});
    return next;
  }

  return {
    async onJobChange(job: Job): Promise<void> {
      if (!isFinished(job)) return;
      // What fails here is made up for by the next tidying.
      await recordInHistory(job, { ...services, codec }).catch(() => {});
      tellJobChanged(job.id);
    },

    /** Tidies once after the worker's start, if that is due and no job is in hand by then. */
    tidyWhenIdle(isIdle: () => boolean): void {
      setTimeout(async () => {
        if (isIdle() && (await isTidyDue())) await tidy().catch(() => {});
      }, idleMs);
    },

    handlers(): Pick<Handlers, keyof HistoryMessages> {
      return {
        'history.tidy': tidy,
        'history.catchUp': () => recordMissing(services, codec),
        'history.used': async ({ jobId, use }) => {
          const id = (await services.journal.get(jobId))?.servedFrom?.jobId ?? jobId;
          await services.history.mark(id, ({ uses }) => ({ uses: [...new Set([...uses, use])] }));
          tellJobChanged(id);
        },
      };
    },
  };
}
