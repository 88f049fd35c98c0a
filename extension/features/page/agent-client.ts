import { type Browser, browser } from 'wxt/browser';
import type {
  AgentRequest,
  BoxAnswer,
  ClaimAnswer,
  OverlayLayout,
  PictureFit,
  ReadAnswer,
} from './messages.ts';

/** Where a picture was clicked. */
export type PagePlace = { tabId: number; frameId: number; windowId: number };

export type PageAgent = ReturnType<typeof createPageAgent>;

/**
 * The background's hand in a page: puts the agent there (a second time does nothing) and asks it.
 * Every question answers `null` when the page is gone or closed to extensions.
 */
export function createPageAgent({ tabId, frameId, windowId }: PagePlace) {
  async function ask<T>(request: AgentRequest): Promise<T | null> {
    try {
      const reply: unknown = await browser.tabs.sendMessage(tabId, request, { frameId });
      return (reply as T | undefined) ?? null;
    } catch {
      return null;
    }
  }

  function inject(): Promise<boolean> {
    const target: Browser.scripting.InjectionTarget = { tabId, frameIds: [frameId] };
    return browser.scripting.executeScript({ target, files: ['/page-agent.js'] }).then(
      () => true,
      () => false,
    );
  }

  return {
    tabId,
    windowId,

    /**
     * Whether the agent stands in the page now. Needs the right that a click on this tab gives; Chromium
     * may tell of the click before it has given it, so a first refusal is no answer yet.
     */
    async enter(): Promise<boolean> {
      return (await inject()) || inject();
    },
    claim: (jobId: string, pictureUrl: string, withOverlay: boolean) =>
      ask<ClaimAnswer>({
        agent: 'claim',
        jobId,
        pictureUrl,
        frameUrl: withOverlay ? `${browser.runtime.getURL('/overlay.html')}#${jobId}` : null,
      }),
    read: (jobId: string, addressIndex: number) => ask<ReadAnswer>({ agent: 'read', jobId, addressIndex }),
    pixels: (jobId: string, svgUrl?: string) =>
      ask<ReadAnswer>({ agent: 'pixels', jobId, ...(svgUrl !== undefined && { svgUrl }) }),
    box: (jobId: string) => ask<BoxAnswer>({ agent: 'box', jobId }),
    reveal: (jobId: string) => ask<true>({ agent: 'reveal', jobId }),
    layout: (jobId: string, layout: OverlayLayout) => ask<PictureFit>({ agent: 'layout', jobId, layout }),
    remove: (jobId: string) => ask<true>({ agent: 'remove', jobId }),
  };
}
