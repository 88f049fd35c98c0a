import { defineBackground } from '#imports';
import { createGate } from '#shared/jobs/batch/gate.ts';
import { createStartOnce } from '#shared/jobs/once.ts';
import { systemClock } from '#shared/platform.ts';
import {
  announceBatch,
  announceEnd,
  openOnNotificationClick,
  showActivity,
} from '../../features/attention/background.ts';
import { createBatches } from '../../features/batch/background.ts';
import { batchHandlers } from '../../features/batch/handlers.ts';
import { connectionHandlers } from '../../features/connection/handlers.ts';
import { welcomeNewcomers } from '../../features/first-run/background.ts';
import { createHistoryKeeping } from '../../features/history/background.ts';
import { createActivity } from '../../features/jobs/activity.ts';
import {
  createExtensionRunner,
  keepResuming,
  setSafetyNet,
  takeUpUnfinished,
} from '../../features/jobs/background.ts';
import { jobHandlers } from '../../features/jobs/handlers.ts';
import { createPreviews } from '../../features/jobs/previews.ts';
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
import { answer, tellJobChanged } from '../../messaging.ts';
import { createKeepAlive } from '../../platform/keep-alive.ts';
import { createServices } from '../../platform/services.ts';

/** The event that woke the worker comes just after its first turn, and does not wait for the worker's own work. */
const untilHeardMs = 30;

/** Table of contents: makes the services, registers every listener in the first turn, nothing else. */
export default defineBackground({
  // Built together with the pages, with which it shares most of its code.
  type: 'module',
  main() {
    const services = createServices();
    const keepAlive = createKeepAlive();
    const previews = createPreviews();
    const history = createHistoryKeeping(services);
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
      if (activeCount === 0) void services.sender.close();
    });
    const runner = createExtensionRunner(services, {
      turn: gate.turn,
      onPreview: previews.put,
      onChange(job) {
        tellJobChanged(job.id);
        batches.onJobChange(job);
        void announceEnd(job, shown.isShown);
        void history.onJobChange(job);
      },
      onActivity: activity.setInHand,
    });
    const batches = createBatches({ services, runner, gate, onRest: (batch) => void announceBatch(batch) });
    const startOnce = createStartOnce(runner, { journal: services.journal, clock: systemClock });
    const pages = createPageRestyling(
      { runner, startOnce, addToBatch: batches.addPicture, showBatch: batches.showTray },
      services,
    );
    const resume = () => runner.resume().then(batches.wake);

    const picking = createPicking(pages, services);
    const shown = createShown(services);
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
    history.tidyWhenIdle(() => activeCount === 0);
    holdUpdates(services.journal);
    welcomeNewcomers();
    setTimeout(() => {
      void showActivity(activeCount);
      void takeUpUnfinished(resume, services);
      void adoptKeychain(services.database);
    }, untilHeardMs);
  },
});
