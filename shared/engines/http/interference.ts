import type { ErrorCode } from '#shared/errors/codes.ts';

/**
 * Only a proxy (RFC 9110, 15.5.8) or a network's own gate (RFC 6585, 6) answers so. Of the first, a
 * browser's `fetch` hands out no answer at all (https://fetch.spec.whatwg.org/#http-network-or-cache-fetch).
 */
const signInStatuses: readonly number[] = [407, 511];
/** How filters and sign-in pages of networks answer in a server's place: well, refused, forbidden by law. */
const blockStatuses: readonly number[] = [200, 403, 451];

const pageStart =
  /^\uFEFF?\s*(<!--[\s\S]{0,2000}?-->\s*)*<(!doctype\s+html|html|head|title|meta|script|body)\b/i;

/** Whether a text is a web page rather than an answer of an API, whatever its type is called. */
function isWebPage(text: string): boolean {
  return pageStart.test(text);
}

/**
 * What of an answer shows that the network between has given it, not the server: the engines' servers
 * speak JSON when they refuse, and never ask for a proxy's sign-in. `null` where nothing does; a page
 * with another status may well be the server's, or one that stands at a wrong address.
 */
export function interferenceIn(status: number, text: string): ErrorCode | null {
  if (signInStatuses.includes(status)) return 'network-sign-in';
  return blockStatuses.includes(status) && isWebPage(text) ? 'network-blocked' : null;
}
