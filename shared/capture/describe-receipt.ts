import type { Receipt } from '#shared/capture/receipt.ts';
import { captureWords as words } from '#shared/i18n/en/capture.ts';

/** How a picture was taken, in sentences: which way, which size, what it is not. */
export function describeReceipt({ route, widthPx, heightPx, ...about }: Receipt): string {
  return [
    words.taken(route, widthPx, heightPx),
    about.isLargerVersion && words.largerVersion,
    about.isPartial && words.partial,
    about.isCropped && words.cropped,
    about.isFirstFrame && words.firstFrame,
    about.best && words.best(about.best.widthPx, about.best.heightPx),
  ]
    .filter(Boolean)
    .join(' ');
}

/** The same, with all that was tried before. */
export function describeWholeReceipt(receipt: Receipt): string {
  const tried = receipt.tried.map(({ route, refusal }) => `${words.ways[route]}: ${words.refusals[refusal]}`);
  const said = describeReceipt(receipt);
  return tried.length === 0 ? said : `${said} ${words.tried(tried)}`;
}

/** Whether a picture is less than its file would have been, which a person should see without asking. */
export function isLesser({ route, isPartial, isFirstFrame }: Receipt): boolean {
  return route === 'visible-tab' || isPartial === true || isFirstFrame === true;
}
