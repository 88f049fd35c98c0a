import { defineBackground } from '#imports';
import { createGate } from '#shared/jobs/batch/gate.ts';
import {
  announceBatch,
  announceEnd,
  openTabOnNotificationClick,
  showActivity,
} from '../../features/attention/background.ts';
import { createBatches } from '../../features/batch/background.ts';
import { batchHandlers } from '../../features/batch/handlers.ts';
import { createActivity } from '../../features/jobs/activity.ts';
import { createExtensionRunner, keepResuming, setSafetyNet } from '../../features/jobs/background.ts';
import { jobHandlers } from '../../features/jobs/handlers.ts';
import { createPageRestyling } from '../../features/page/background.ts';
import { setUpMenus } from '../../features/page/menus.ts';
import { answer, tellJobChanged } from '../../messaging.ts';
import { createKeepAlive } from '../../platform/keep-alive.ts';
import { createServices } from '../../platform/services.ts';

/** Table of contents: makes the services, registers every listener in the first turn, nothing else. */
export default defineBackground({
  main() {
    const services = createServices();
    const keepAlive = createKeepAlive();
    const gate = createGate(() => {
      activity.look();
      void batches.wake();
    });
    const activity = createActivity(gate.waitingCount, (activeCount) => {
      keepAlive.set(activeCount > 0);
      void setSafetyNet(activeCount > 0);
      void showActivity(activeCount);
    });
    const runner = createExtensionRunner(services, {
      turn: gate.turn,
      onChange(job) {
        tellJobChanged(job.id);
        batches.onJobChange(job);
        void announceEnd(job);
      },
      onActivity: activity.setInHand,
    });
    const batches = createBatches({ services, runner, gate, onRest: (batch) => void announceBatch(batch) });
    const pages = createPageRestyling(runner, services, batches.addPicture);
    const resume = async () => {
      await runner.resume();
      await batches.wake();
    };

    setUpMenus((click) => void pages.onMenuClick(click));
    answer({
      ...jobHandlers(runner, services, { captureAgain: pages.again, retryItem: batches.retryItem }),
      ...pages.handlers(),
      ...batchHandlers(batches, services, resume),
    });
    openTabOnNotificationClick(async (jobId) => (await services.journal.get(jobId))?.context.tabId);
    void showActivity(0);
    keepResuming(resume);
  },
});
