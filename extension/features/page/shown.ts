import { browser } from 'wxt/browser';
import type { Job } from '#shared/jobs/job.ts';
import type { Handlers } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { openPage, panelPath } from '../../platform/views/open-page.ts';
import { createPageAgent } from './agent-client.ts';
import { createAskFrames } from './ask-frames.ts';
import type { ShownMessages } from './shown-messages.ts';

/** All that lies on pages, taken together. What is shown stays until its page is left or loaded anew. */
export function createShown({ database, journal }: Services) {
  const ask = createAskFrames(database);
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
        return photograph(tabId, windowId).finally(() => ask(tabId, { shown: 'all' }));
      },
    }),
  };
}

async function photograph(tabId: number, windowId: number): Promise<string | null> {
  // The tab may have been left meanwhile: another one's picture must not be taken.
  if (!(await browser.tabs.get(tabId)).active) return null;
  return browser.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(() => null);
}
