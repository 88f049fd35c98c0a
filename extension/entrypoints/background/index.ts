import { defineBackground } from '#imports';
import { openOnNotificationClick, showActivity } from '../../features/attention/background.ts';
import { batchHandlers } from '../../features/batch/handlers.ts';
import { connectionHandlers } from '../../features/connection/handlers.ts';
import { welcomeNewcomers } from '../../features/first-run/background.ts';
import { createHistoryKeeping } from '../../features/history/background.ts';
import { keepResuming, takeUpUnfinished } from '../../features/jobs/background.ts';
import { jobHandlers } from '../../features/jobs/handlers.ts';
import { adoptKeychain, keepKeychain } from '../../features/keychain/background.ts';
import { createPageRestyling } from '../../features/page/background.ts';
import { setUpMenus } from '../../features/page/menus.ts';
import { keepOneClick } from '../../features/page/one-click.ts';
import { overlayHandlers } from '../../features/page/overlay-handlers.ts';
import { createPicking } from '../../features/page/picking.ts';
import { createShown } from '../../features/page/shown.ts';
import { createPairing } from '../../features/pairing/background.ts';
import { keepSynchronised } from '../../features/sync/background.ts';
import { holdUpdates } from '../../features/update/background.ts';
import { answer } from '../../messaging.ts';
import { createServices } from '../../platform/services.ts';
import { createWork } from './work.ts';

/** The event that woke the worker comes just after its first turn, and does not wait for the worker's own work. */
const untilHeardMs = 30;

/** Table of contents: makes the services, registers every listener in the first turn, nothing else. */
export default defineBackground({
  // Built together with the pages, with which it shares most of its code.
  type: 'module',
  main() {
    const services = createServices();
    const history = createHistoryKeeping(services);
    const shown = createShown(services);
    const work = createWork(services, { isShown: shown.isShown, onJobChange: history.onJobChange });
    const { runner, startOnce, batches, previews, resume } = work;
    const pages = createPageRestyling(
      {
        runner,
        startOnce,
        addToBatch: batches.addPicture,
        showBatch: batches.showTray,
        settle: work.settle,
      },
      services,
    );
    const picking = createPicking(pages, services);
    const pairing = createPairing(services, runner);

    keepOneClick();
    setUpMenus(services.presets, (click) => void picking.onMenuClick(click));
    picking.listenToShortcut();
    pairing.listen();
    answer({
      ...jobHandlers(
        { runner, startOnce, captureAgain: pages.again, retryItem: batches.retryItem },
        services,
      ),
      ...overlayHandlers(pages, services),
      ...picking.handlers(),
      ...shown.handlers(),
      ...batchHandlers(batches, services, resume),
      ...connectionHandlers(services),
      ...history.handlers(),
      ...previews.handlers,
      ...pairing.handlers(),
    });
    openOnNotificationClick(shown.open);
    keepResuming(resume);
    keepSynchronised(services.synced);
    keepKeychain(services.database);
    history.tidyWhenIdle(() => work.activeCount() === 0);
    holdUpdates(services.journal);
    welcomeNewcomers();
    setTimeout(() => {
      void showActivity(work.activeCount());
      void takeUpUnfinished(resume, services);
      void adoptKeychain(services.database);
    }, untilHeardMs);
  },
});
