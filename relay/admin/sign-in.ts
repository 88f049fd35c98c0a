import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import { callerByToken, endSession, isFromOwnPage, startSession } from '../access/session.ts';
import type { DeviceBook } from '../members/device-book.ts';
import { html } from '../pages/html.ts';
import { pageAnswer, seeOther } from '../pages/page.ts';
import { pageOrigin } from '../requests/own-origin.ts';
import { readForm } from '../requests/read-body.ts';
import type { OpenRoute } from '../routes/route.ts';

export function signInPage(status: number, notice: string | null = null): Response {
  return pageAnswer({
    title: words.signIn,
    status,
    body: html`<section>
${notice !== null && html`<p class="notice" role="alert">${notice}</p>`}
<p>${words.signInAdvice}</p>
<form method="post" action="/admin/sign-in">
<label>${words.token}<input type="password" name="token" required autocomplete="current-password"></label>
<button>${words.signIn}</button>
</form>
</section>
<p class="quiet-text">${words.lostToken}</p>`,
  });
}

export function signInRoutes(devices: DeviceBook, publicUrl: string | undefined): OpenRoute[] {
  return [
    {
      method: 'POST',
      pattern: '/admin/sign-in',
      access: 'open',
      async handle({ request, url }) {
        if (!isFromOwnPage(request, url)) return signInPage(403);
        const token = (await readForm(request)).get('token')?.trim() ?? '';
        const caller = await callerByToken(token, devices);
        if (caller?.role !== 'admin') return signInPage(401, words.signInFailed);
        const origins = [url.origin, pageOrigin(request, url, publicUrl)];
        const owner = { memberId: caller.id, letInById: caller.deviceId };
        return seeOther('/admin', await startSession(owner, devices, origins));
      },
    },
    {
      method: 'POST',
      pattern: '/admin/sign-out',
      access: 'open',
      handle: async ({ request, url }) =>
        isFromOwnPage(request, url)
          ? seeOther('/admin', await endSession(request, devices))
          : signInPage(403),
    },
  ];
}
