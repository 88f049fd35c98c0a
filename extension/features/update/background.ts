import { browser } from 'wxt/browser';
import type { Job } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';

const alarmName = 'update';
const lookEveryMinutes = 1;

/**
 * A new version waits until no job runs and none of our pages is open, so that nobody's picture or words
 * are lost. The alarm is the note that one waits: it outlives this worker. Firefox waits for us to say so;
 * Chromium may also take the new version by itself once the worker has gone to sleep.
 */
export function holdUpdates({ listUnfinished }: Pick<JobJournal, 'listUnfinished'>): void {
  browser.runtime.onUpdateAvailable.addListener(() => {
    void browser.alarms.create(alarmName, { periodInMinutes: lookEveryMinutes });
  });
  browser.alarms.onAlarm.addListener(async ({ name }) => {
    if (name !== alarmName || (await listUnfinished()).some(isAtWork) || (await isAnyPageOpen())) return;
    await browser.alarms.clear(alarmName);
    browser.runtime.reload();
  });
}

/** What a batch holds back is taken up again by the new version. */
function isAtWork({ stage, context }: Job): boolean {
  return stage.name !== 'uploaded' || context.batchId === undefined;
}

/** Popups, tabs, and frames over pictures of pages, which would vanish under their reader's eyes. */
async function isAnyPageOpen(): Promise<boolean> {
  // Chromium's worker cannot list views; Firefox has no such contexts.
  if (!browser.runtime.getContexts) return browser.extension.getViews().some((view) => view !== globalThis);
  const contexts = await browser.runtime.getContexts({});
  return contexts.some(({ contextType }) => contextType !== 'BACKGROUND');
}
