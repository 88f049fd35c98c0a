import type { DeviceBook } from '../members/device-book.ts';
import type { Caller } from '../members/member.ts';

/** The token of a browser that shows the relay's own pages. Calls of the API never look at it. */
const cookieName = 'restyle_session';
const cookieSeconds = 90 * 24 * 60 * 60;

export function sessionCookie(token: string, url: URL): string {
  const secure = url.protocol === 'https:' ? '; Secure' : '';
  return `${cookieName}=${token}; Path=/; Max-Age=${cookieSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

export function endedCookie(): string {
  return `${cookieName}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
}

/** Whose browser this is; `null` when nobody is signed in. */
export async function callerBySession(request: Request, devices: DeviceBook): Promise<Caller | null> {
  const cookies = request.headers.get('cookie') ?? '';
  const token = new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(cookies)?.[1];
  return token === undefined ? null : devices.callerOf(token);
}

/**
 * Whether a form was sent by a page of ours. Browsers say so themselves; an old one, or one on a plain http
 * address, tells at least the origin.
 */
export function isFromOwnPage(request: Request, url: URL): boolean {
  const site = request.headers.get('sec-fetch-site');
  if (site !== null) return site === 'same-origin';
  const origin = request.headers.get('origin');
  return origin !== null && URL.parse(origin)?.host === url.host;
}
