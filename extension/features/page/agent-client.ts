import { browser } from 'wxt/browser';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes } from '#shared/ports.ts';
import { bytesOfDataUrl } from '../../platform/data-url.ts';
import { enterFrame } from './enter-frame.ts';
import type {
  AgentRequest,
  BoxAnswer,
  ClaimAnswer,
  OverlayLayout,
  PictureFit,
  ReadAnswer,
  Refused,
} from './messages.ts';
import type { PickerRequest, PickStart } from './pick-messages.ts';

/** Where a picture was clicked. */
export type PagePlace = { tabId: number; frameId: number; windowId: number };

type FileRequest = Extract<AgentRequest, { agent: 'read' | 'pixels' }>;

/** A file as the page gave it. */
export type PageFile = { ok: true; bytes: Bytes } | Refused;

export type PageAgent = ReturnType<typeof createPageAgent>;

/**
 * The background's hand in a page: puts the agent there (a second time does nothing) and asks it.
 * Every question answers `null` when the page is gone or closed to extensions.
 */
export function createPageAgent({ tabId, frameId, windowId }: PagePlace) {
  async function ask<T>(request: AgentRequest | PickerRequest): Promise<T | null> {
    try {
      const reply: unknown = await browser.tabs.sendMessage(tabId, request, { frameId });
      return (reply as T | undefined) ?? null;
    } catch {
      return null;
    }
  }

  /** A file, put together of the pieces it comes in. */
  async function gather(request: FileRequest): Promise<PageFile | null> {
    const answer = await ask<ReadAnswer>(request);
    if (!answer?.ok) return answer;
    const pieces = [await bytesOfDataUrl(answer.dataUrl)];
    let fromBytes = pieces[0]?.length ?? 0;
    while (fromBytes < answer.sizeBytes) {
      const dataUrl = await ask<string>({ agent: 'piece', jobId: request.jobId, fromBytes });
      const piece = dataUrl === null ? null : await bytesOfDataUrl(dataUrl);
      if (!piece?.length) return null;
      pieces.push(piece);
      fromBytes += piece.length;
    }
    return { ok: true, bytes: pieces.length === 1 && pieces[0] ? pieces[0] : joinBytes(pieces) };
  }

  return {
    tabId,
    windowId,

    /** Whether the agent stands in the page now. */
    enter: () => enterFrame({ tabId, frameId }),
    claim: (jobId: string, pictureUrl: string, withOverlay: boolean) =>
      ask<ClaimAnswer>({
        agent: 'claim',
        jobId,
        pictureUrl,
        frameUrl: withOverlay ? `${browser.runtime.getURL('/overlay.html')}#${jobId}` : null,
      }),
    read: (jobId: string, addressIndex: number) => gather({ agent: 'read', jobId, addressIndex }),
    pixels: (jobId: string, svgUrl?: string) =>
      gather({ agent: 'pixels', jobId, ...(svgUrl !== undefined && { svgUrl }) }),
    box: (jobId: string) => ask<BoxAnswer>({ agent: 'box', jobId }),
    reveal: (jobId: string) => ask<true>({ agent: 'reveal', jobId }),
    layout: (jobId: string, layout: OverlayLayout) => ask<PictureFit>({ agent: 'layout', jobId, layout }),
    remove: (jobId: string) => ask<true>({ agent: 'remove', jobId }),
    pick: (targetElementId: number | null) =>
      ask<PickStart>({
        picker: 'start',
        choiceUrl: `${browser.runtime.getURL('/overlay.html')}#choice&frame=${frameId}`,
        targetElementId,
      }),
    fix: (jobId: string, targetElementId: number | null) =>
      ask<boolean>({ picker: 'fix', jobId, targetElementId }),
  };
}
