import { browser } from 'wxt/browser';
import type { Job } from '#shared/jobs/job.ts';
import { newestJobs } from '#shared/web/storage/job-journal.ts';
import type { Handlers } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { createPageAgent } from './agent-client.ts';
import type { ShownMessages, ShownRequest } from './shown-messages.ts';

/** More pictures than anybody has lying on a page. */
const lookedAt = 200;

/** All that lies on pages, taken together. What is shown stays until its page is left or loaded anew. */
export function createShown({ database, journal }: Services) {
  /** The frames of a tab that a job was begun in lately. */
  async function framesOf(tabId: number): Promise<ReadonlySet<number>> {
    const frameIds = (await newestJobs(database, lookedAt))
      .filter(({ context }) => context.tabId === tabId)
      .map(({ context }) => context.frameId ?? 0);
    return new Set([0, ...frameIds]);
  }

  async function ask<T>(tabId: number, request: ShownRequest): Promise<T[]> {
    const asked = [...(await framesOf(tabId))].map(async (frameId) => {
      const reply = await browser.tabs.sendMessage(tabId, request, { frameId }).catch(() => null);
      return (reply ?? null) as T | null;
    });
    return (await Promise.all(asked)).filter((each) => each !== null) as T[];
  }

  const shownIn = async (tabId: number) => (await ask<string[]>(tabId, { shown: 'list' })).flat();

  async function isShown({ id, context: { tabId } }: Job): Promise<boolean> {
    return tabId !== undefined && (await shownIn(tabId)).includes(id);
  }

  async function showAgain(jobId: string): Promise<boolean> {
    const job = await journal.get(jobId);
    const { tabId = -1, frameId = 0, pictureUrl = '' } = job?.context ?? {};
    const claim = await createPageAgent({ tabId, frameId, windowId: -1 }).claim(jobId, pictureUrl, true);
    return claim?.found ?? false;
  }

  return {
    isShown,

    /** Brings a job before the person: on its page as long as that stands, else in the panel, on no other page. */
    async open(jobId: string): Promise<void> {
      const job = await journal.get(jobId);
      const tabId = job?.context.tabId;
      if (!job || tabId === undefined || !(await isShown(job)))
        return openPage(`${panelPath}?tab#job=${jobId}`);
      const tab = await browser.tabs.update(tabId, { active: true });
      if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
    },

    handlers: (): Pick<Handlers, keyof ShownMessages> => ({
      'page.shown': ({ tabId }) => shownIn(tabId),
      'page.showAgain': ({ jobId }) => showAgain(jobId),
      'page.peek': async ({ tabId, isHeld }) =>
        void (await ask(tabId, { shown: isHeld ? 'nothing' : 'all' })),
      'page.photograph': async ({ tabId, windowId }) => {
        await ask(tabId, { shown: 'picture' });
        try {
          // The tab may have been left meanwhile: another one's picture must not be taken.
          if (!(await browser.tabs.get(tabId)).active) return null;
          return await browser.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(() => null);
        } finally {
          await ask(tabId, { shown: 'all' });
        }
      },
    }),
  };
}
