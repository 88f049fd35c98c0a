import { pageHeader } from '#shared/engines/http/relay-page.ts';
import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import type { DeviceBook } from '../members/device-book.ts';
import type { Caller } from '../members/member.ts';
import { isLoopbackHost } from '../picture/loopback.ts';
import { isSessionToken } from './secrets.ts';

/** The token of a browser that shows the relay's own pages. Calls of the API look at it for those pages only. */
const cookieName = 'restyle_session';
const cookieSeconds = 90 * 24 * 60 * 60;
/** Each visit of its own would be a write. */
const renewedAfterSeconds = 24 * 60 * 60;

/** Whose browser it becomes, and by which of their devices: what ends that one ends the session. */
export type SessionOwner = { memberId: string; letInById: string | null };

/**
 * Signs a browser in; answers the cookie. It is a device of its own, so that signing out can take it back and
 * nothing else of the person's stops working. `origins` are those by which the browser reaches the relay, as far
 * as is known: one of https keeps the cookie to https.
 */
export async function startSession(
  { memberId, letInById }: SessionOwner,
  devices: DeviceBook,
  origins: readonly string[],
): Promise<string> {
  const session = { memberId, letInById, name: words.sessionDevice, lastsMs: cookieSeconds * 1000 };
  const token = await devices.addSession(session);
  return cookieFor(token, origins.some(isHttps));
}

function cookieFor(token: string, isSecure: boolean): string {
  const secure = isSecure ? '; Secure' : '';
  return `${cookieName}=${token}; Path=/; Max-Age=${cookieSeconds}; HttpOnly; SameSite=Lax${secure}`;
}

const isHttps = (origin: string) => origin.startsWith('https:');

export type Visit = { request: Request; url: URL; nowMs: number; publicUrl: string | undefined };

/**
 * A page for somebody who is signed in. Whoever visits at least now and then stays so: once a day the cookie begins
 * anew.
 */
export async function withSession(
  answer: Response,
  { expiresAtMs, deviceId }: Caller,
  devices: DeviceBook,
  { request, url, nowMs, publicUrl = '' }: Visit,
): Promise<Response> {
  const token = sessionToken(request);
  const leftMs = expiresAtMs === null ? Number.POSITIVE_INFINITY : expiresAtMs - nowMs;
  if (token === null || leftMs > (cookieSeconds - renewedAfterSeconds) * 1000) return answer;
  await devices.renew(deviceId, cookieSeconds * 1000);
  // Who asks for a page says no origin. Browsers tell where a request comes from to https alone, and to this machine.
  const isTold = request.headers.has('sec-fetch-site') && !isLoopbackHost(url.hostname);
  answer.headers.set('Set-Cookie', cookieFor(token, isTold || [url.origin, publicUrl].some(isHttps)));
  return answer;
}

/** Signs a browser out; answers the cookie that says so. Its token is refused from now on. */
export async function endSession(request: Request, devices: DeviceBook): Promise<string> {
  const token = sessionToken(request);
  // Earlier versions kept the token that the person pasted, which also serves them elsewhere.
  const caller = token !== null && isSessionToken(token) ? await devices.callerOf(token) : null;
  if (caller) await devices.end(caller.deviceId);
  return `${cookieName}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax`;
}

/** Whose browser this is; `null` when nobody is signed in. */
export async function callerBySession(request: Request, devices: DeviceBook): Promise<Caller | null> {
  const token = sessionToken(request);
  return token === null ? null : devices.callerOf(token);
}

/** Who has this token, as people paste it and programs send it. A session's is good in its browser's cookie alone. */
export async function callerByToken(token: string, devices: DeviceBook): Promise<Caller | null> {
  return isSessionToken(token) ? null : devices.callerOf(token);
}

function sessionToken(request: Request): string | null {
  const cookies = request.headers.get('cookie') ?? '';
  return new RegExp(`(?:^|; )${cookieName}=([^;]+)`).exec(cookies)?.[1] ?? null;
}

/** The same of a call by script, of which an old browser tells nothing: such a page says so by a header of its own. */
export function isCallOfOwnPage(request: Request, url: URL): boolean {
  if (request.headers.has('sec-fetch-site')) return isFromOwnPage(request, url);
  if (!request.headers.has(pageHeader)) return false;
  return !request.headers.has('origin') || isFromOwnPage(request, url);
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
