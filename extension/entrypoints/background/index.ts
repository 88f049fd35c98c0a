import { defineBackground } from '#imports';
import {
  announceEnd,
  openTabOnNotificationClick,
  showActivity,
} from '../../features/attention/background.ts';
import { createHistoryKeeping } from '../../features/history/background.ts';
import { createExtensionRunner, keepResuming, setSafetyNet } from '../../features/jobs/background.ts';
import { jobHandlers } from '../../features/jobs/handlers.ts';
import { createPageRestyling } from '../../features/page/background.ts';
import { setUpMenus } from '../../features/page/menus.ts';
import { holdUpdates } from '../../features/update/background.ts';
import { answer, tellJobChanged } from '../../messaging.ts';
import { createKeepAlive } from '../../platform/keep-alive.ts';
import { createServices } from '../../platform/services.ts';

/** Table of contents: makes the services, registers every listener in the first turn, nothing else. */
export default defineBackground({
  main() {
    const services = createServices();
    const keepAlive = createKeepAlive();
    const history = createHistoryKeeping(services);
    let isIdle = true;
    const runner = createExtensionRunner(services, {
      onChange(job) {
        tellJobChanged(job.id);
        void announceEnd(job);
        void history.onJobChange(job);
      },
      onActivity(activeCount) {
        isIdle = activeCount === 0;
        keepAlive.set(activeCount > 0);
        void setSafetyNet(activeCount > 0);
        void showActivity(activeCount);
      },
    });
    const pages = createPageRestyling(runner, services);

    setUpMenus((click) => void pages.onMenuClick(click));
    answer({ ...jobHandlers(runner, services, pages.again), ...pages.handlers(), ...history.handlers() });
    openTabOnNotificationClick(async (jobId) => (await services.journal.get(jobId))?.context.tabId);
    void showActivity(0);
    keepResuming(runner);
    history.tidyWhenIdle(() => isIdle);
    holdUpdates(services.journal);
  },
});
