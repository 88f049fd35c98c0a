import { createGate } from '#shared/jobs/batch/gate.ts';
import type { Job } from '#shared/jobs/job.ts';
import { createStartOnce } from '#shared/jobs/once.ts';
import { systemClock } from '#shared/platform.ts';
import { announceBatch, announceEnd, showActivity } from '../../features/attention/background.ts';
import { createBatches } from '../../features/batch/background.ts';
import { createActivity } from '../../features/jobs/activity.ts';
import { createExtensionRunner, setSafetyNet } from '../../features/jobs/background.ts';
import { createPreviews } from '../../features/jobs/previews.ts';
import { tellJobChanged } from '../../messaging.ts';
import { createKeepAlive } from '../../platform/keep-alive.ts';
import type { Services } from '../../platform/services.ts';

type Listeners = {
  /** Whether somebody sees the job on its page, and need not be told of its end. */
  isShown(job: Job): Promise<boolean>;
  onJobChange(job: Job): Promise<void>;
};

/** All that makes pictures: single jobs and batches, and what the browser is asked for while there are any. */
export function createWork(services: Services, { isShown, onJobChange }: Listeners) {
  const keepAlive = createKeepAlive();
  const previews = createPreviews();
  let activeCount = 0;
  const gate = createGate(() => {
    activity.look();
    void batches.wake();
  });
  const activity = createActivity(gate.waitingCount, (count) => {
    activeCount = count;
    keepAlive.set(activeCount > 0);
    void setSafetyNet(activeCount > 0);
    void showActivity(activeCount);
    if (activeCount === 0) void services.hidden.close();
  });
  const runner = createExtensionRunner(services, {
    turn: gate.turn,
    onPreview: previews.put,
    onChange(job) {
      tellJobChanged(job.id);
      batches.onJobChange(job);
      void announceEnd(job, isShown);
      void onJobChange(job);
    },
    onActivity: activity.setInHand,
  });
  const batches = createBatches({ services, runner, gate, onRest: (batch) => void announceBatch(batch) });
  return {
    runner,
    batches,
    previews,
    startOnce: createStartOnce(runner, { journal: services.journal, clock: systemClock }),
    resume: () => runner.resume().then(batches.wake),
    settle: activity.look,
    activeCount: () => activeCount,
  };
}
