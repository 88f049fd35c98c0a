import { browser } from 'wxt/browser';
import { menuWords } from '#shared/i18n/en/menus.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';

const notificationPrefix = 'job:';

/** The number of running jobs on the toolbar button. */
export async function showActivity(activeCount: number): Promise<void> {
  await browser.action.setBadgeBackgroundColor({ color: '#0b685a' });
  await browser.action.setBadgeText({ text: activeCount === 0 ? '' : String(activeCount) });
}

/** Tells the end of a job that nobody is looking at on its page, where notifications were allowed. */
export async function announceEnd(job: Job, isShown: (job: Job) => Promise<boolean>): Promise<void> {
  if (job.stage.name !== 'done' && job.stage.name !== 'failed') return;
  if (!(await browser.permissions.contains({ permissions: ['notifications'] }))) return;
  if ((await isInFront(job.context.tabId)) && (await isShown(job))) return;
  await browser.notifications.create(`${notificationPrefix}${job.id}`, {
    type: 'basic',
    iconUrl: browser.runtime.getURL('/icon/128.png'),
    title: job.stage.name === 'done' ? menuWords.doneTitle : menuWords.failedTitle,
    message: job.stage.name === 'done' ? job.context.label : errorWords(job.stage.error).title,
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

/** A click on the notification brings the job before the person. */
export function openOnNotificationClick(open: (jobId: string) => Promise<void>): void {
  const onClick = (notificationId: string) => void open(notificationId.slice(notificationPrefix.length));
  // `notifications` is undefined until the optional permission is granted.
  const listen = () => browser.notifications?.onClicked.addListener(onClick);
  listen();
  browser.permissions.onAdded.addListener(listen);
}
