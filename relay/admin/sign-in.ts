import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import { callerByToken } from '../access/session.ts';
import { sessionRoutes } from '../access/session-routes.ts';
import type { DeviceBook } from '../members/device-book.ts';
import { html } from '../pages/html.ts';
import { pageAnswer } from '../pages/page.ts';
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
  const page = {
    path: '/admin',
    field: 'token',
    signInPage,
    failed: words.signInFailed,
    async ownerFor(token: string) {
      const caller = await callerByToken(token, devices);
      return caller?.role === 'admin' ? { memberId: caller.id, letInById: caller.deviceId } : null;
    },
  } as const;
  return sessionRoutes(page, { devices, publicUrl });
}
