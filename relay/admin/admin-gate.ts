import { isAppError } from '#shared/errors/app-error.ts';
import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import { callerBySession, isFromOwnPage, withSession } from '../access/session.ts';
import type { DeviceBook } from '../members/device-book.ts';
import type { Caller } from '../members/member.ts';
import { html } from '../pages/html.ts';
import { pageAnswer } from '../pages/page.ts';
import type { RelayConfig } from '../relay-config.ts';
import type { RelayParts } from '../relay-parts.ts';
import type { OpenRoute, RouteCall } from '../routes/route.ts';
import { signInPage } from './sign-in.ts';

export type AdminCall = RouteCall & { admin: Caller };

export type Gate = Pick<RelayParts, 'devices' | 'clock'> & Pick<RelayConfig, 'publicUrl'>;

/** A page that only admins see. Others are asked to sign in. */
export function adminPage(
  { devices, clock, publicUrl }: Gate,
  pattern: string,
  handle: (call: AdminCall) => Promise<Response>,
): OpenRoute {
  return {
    method: 'GET',
    pattern,
    access: 'open',
    async handle(call) {
      const admin = await adminOf(call.request, devices);
      if (!admin) return signInPage(401);
      const visit = { ...call, nowMs: clock.nowMs(), publicUrl };
      return withSession(await handle({ ...call, admin }), admin, devices, visit);
    },
  };
}

/** A form that only admins send, and only from a page of ours. What is refused is said on a page. */
export function adminForm(
  devices: DeviceBook,
  pattern: string,
  handle: (call: AdminCall) => Promise<Response>,
): OpenRoute {
  return {
    method: 'POST',
    pattern,
    access: 'open',
    async handle(call) {
      if (!isFromOwnPage(call.request, call.url)) return strangerPage();
      const admin = await adminOf(call.request, devices);
      return admin ? handle({ ...call, admin }).catch(refusalPage) : signInPage(401);
    },
  };
}

async function adminOf(request: Request, devices: DeviceBook): Promise<Caller | null> {
  const caller = await callerBySession(request, devices);
  return caller?.role === 'admin' ? caller : null;
}

export function strangerPage(): Response {
  return pageAnswer({
    title: words.notFromHere,
    status: 403,
    body: html`<p>${words.notFromHereAdvice}</p>`,
  });
}

function refusalPage(error: unknown): Response {
  if (!isAppError(error) || error.code !== 'invalid-input') throw error;
  return pageAnswer({
    title: words.refused,
    status: 422,
    isSignedIn: true,
    body: html`<p class="notice">${error.data.detail}</p><p><a href="/admin">${words.back}</a></p>`,
  });
}
