import { defineBackground } from '#imports';
import { createStartOnce } from '#shared/jobs/once.ts';
import { systemClock } from '#shared/platform.ts';
import {
  announceEnd,
  openTabOnNotificationClick,
  showActivity,
} from '../../features/attention/background.ts';
import { connectionHandlers } from '../../features/connection/handlers.ts';
import { createHistoryKeeping } from '../../features/history/background.ts';
import { createExtensionRunner, keepResuming, setSafetyNet } from '../../features/jobs/background.ts';
import { jobHandlers } from '../../features/jobs/handlers.ts';
import { createPreviews } from '../../features/jobs/previews.ts';
import { keepKeychain } from '../../features/keychain/background.ts';
import { createPageRestyling } from '../../features/page/background.ts';
import { setUpMenus } from '../../features/page/menus.ts';
import { keepSynchronised } from '../../features/sync/background.ts';
import { holdUpdates } from '../../features/update/background.ts';
import { answer, tellJobChanged } from '../../messaging.ts';
import { createKeepAlive } from '../../platform/keep-alive.ts';
import { createServices } from '../../platform/services.ts';

/** Table of contents: makes the services, registers every listener in the first turn, nothing else. */
export default defineBackground({
  main() {
    const services = createServices();
    const keepAlive = createKeepAlive();
    const previews = createPreviews();
    const history = createHistoryKeeping(services);
    let isIdle = true;
    const runner = createExtensionRunner(services, {
      onPreview: previews.put,
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
    const startOnce = createStartOnce(runner, { journal: services.journal, clock: systemClock });
    const pages = createPageRestyling({ runner, startOnce }, services);

    setUpMenus((click) => void pages.onMenuClick(click));
    answer({
      ...jobHandlers({ runner, startOnce }, services, pages.again),
      ...pages.handlers(),
      ...connectionHandlers(services),
      ...history.handlers(),
      ...previews.handlers,
    });
    openTabOnNotificationClick(async (jobId) => (await services.journal.get(jobId))?.context.tabId);
    void showActivity(0);
    keepResuming(runner, services);
    keepSynchronised(services.synced);
    keepKeychain(services.database);
    history.tidyWhenIdle(() => isIdle);
    holdUpdates(services.journal);
  },
});
