import { defineBackground } from '#imports';
import { announceEnd, openOnNotificationClick, showActivity } from '../../features/attention/background.ts';
import { createExtensionRunner, keepResuming, setSafetyNet } from '../../features/jobs/background.ts';
import { jobHandlers } from '../../features/jobs/handlers.ts';
import { createPageRestyling } from '../../features/page/background.ts';
import { setUpMenus } from '../../features/page/menus.ts';
import { keepOneClick } from '../../features/page/one-click.ts';
import { createPicking } from '../../features/page/picking.ts';
import { createShown } from '../../features/page/shown.ts';
import { answer, tellJobChanged } from '../../messaging.ts';
import { createKeepAlive } from '../../platform/keep-alive.ts';
import { createServices } from '../../platform/services.ts';

/** Table of contents: makes the services, registers every listener in the first turn, nothing else. */
export default defineBackground({
  main() {
    const services = createServices();
    const keepAlive = createKeepAlive();
    const runner = createExtensionRunner(services, {
      onChange(job) {
        tellJobChanged(job.id);
        void announceEnd(job, shown.isShown);
      },
      onActivity(activeCount) {
        keepAlive.set(activeCount > 0);
        void setSafetyNet(activeCount > 0);
        void showActivity(activeCount);
      },
    });
    const pages = createPageRestyling(runner, services);

    const picking = createPicking(pages, services);
    const shown = createShown(services);

    keepOneClick();
    setUpMenus((click) => void picking.onMenuClick(click));
    picking.listenToShortcut();
    answer({
      ...jobHandlers(runner, services, pages.again),
      ...pages.handlers(),
      ...picking.handlers(),
      ...shown.handlers(),
    });
    openOnNotificationClick(shown.open);
    void showActivity(0);
    keepResuming(runner);
  },
});
