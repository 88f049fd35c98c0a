import { browser } from 'wxt/browser';
import { menuWords } from '#shared/i18n/en/menus.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Batch } from '#shared/jobs/batch/batch.ts';
import type { Job } from '#shared/jobs/job.ts';
import { openPage, studioPath } from '../../platform/views/open-page.ts';

const notificationPrefix = 'job:';
const batchPrefix = 'batch:';

/** The number of running jobs on the toolbar button. */
export async function showActivity(activeCount: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#0b685a' });
  await browser.action.setBadgeText({ text: activeCount === 0 ? '' : String(activeCount) });
}

/** Tells the end of a job that nobody is looking at on its page, where notifications were allowed. */
export async function announceEnd(job: Job, isShown: (job: Job) => Promise<boolean>): Promise<void> {
  if (job.stage.name !== 'done' && job.stage.name !== 'failed') return;
  // A batch tells its end once, not for every picture.
  if (job.context.batchId !== undefined) return;
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  if ((await isInFront(job.context.tabId)) && (await isShown(job))) return;
  await browser.notifications.create(`${notificationPrefix}${job.id}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: job.stage.name === 'done' ? menuWords.doneTitle : menuWords.failedTitle,
    message: job.stage.name === 'done' ? job.context.label : errorWords(job.stage.error, job.recipe).title,
  });
}

/** Tells that a batch has come to its end, or can do nothing more until somebody mends what stopped it. */
export async function announceBatch({ id, itemCount, pausedBy }: Batch): Promise<void> {
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  await browser.notifications.create(`${batchPrefix}${id}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: pausedBy ? menuWords.batchStopped : menuWords.batchTitle,
    message: pausedBy ? errorWords(pausedBy).title : menuWords.batchPictures(itemCount),
  });
}

async function isInFront(tabId: number | undefined): Promise<boolean> {
  if (tabId === undefined) return false;
  try {
    const tab = await browser.tabs.get(tabId);
    return tab.active && (await browser.windows.get(tab.windowId)).focused;
  } catch {
    return false;
  }
}

/** A click on the notification brings the job before the person, or opens the studio for a batch. */
export function openOnNotificationClick(open: (jobId: string) => Promise<void>): void {
  const onClick = (notificationId: string) => {
    if (notificationId.startsWith(batchPrefix)) return void openPage(studioPath);
    void open(notificationId.slice(notificationPrefix.length));
  };
  // `notifications` is undefined until the optional permission is granted.
  const listen = () => browser.notifications?.onClicked.addListener(onClick);
  listen();
  browser.permissions.onAdded.addListener(listen);
}
