import { browser } from 'wxt/browser';
import type { Bytes, StoredBlob } from '#shared/ports.ts';
import type { BoxPx } from './messages.ts';

/** The part of a tab's visible picture that lies in `box`; `null` when the tab may not be captured. */
type Tab = { tabId: number; windowId: number };

export async function cropOfTab(
  { tabId, windowId }: Tab,
  { box, pixelRatio }: { box: BoxPx; pixelRatio: number },
): Promise<StoredBlob | null> {
  // The tab may have been left while its picture was asked for: another one's must not be taken.
  const tab = await browser.tabs.get(tabId).catch(() => null);
  if (!tab?.active) return null;
  const dataUrl = await browser.tabs.captureVisibleTab(windowId, { format: 'png' }).catch(() => null);
  if (!dataUrl) return null;
  const whole = await createImageBitmap(await (await fetch(dataUrl)).blob());
  const cut = new OffscreenCanvas(
    Math.round(box.widthPx * pixelRatio),
    Math.round(box.heightPx * pixelRatio),
  );
  cut.getContext('2d')?.drawImage(whole, -box.xPx * pixelRatio, -box.yPx * pixelRatio);
  whole.close();
  const blob = await cut.convertToBlob({ type: 'image/png' });
  return { bytes: new Uint8Array(await blob.arrayBuffer()) as Bytes, mimeType: 'image/png' };
}
