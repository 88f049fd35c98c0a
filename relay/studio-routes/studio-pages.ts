import { relayPageWords } from '#shared/i18n/en/relay.ts';
import type { Bytes } from '#shared/ports.ts';
import { html } from '../pages/html.ts';
import { pageAnswer } from '../pages/page.ts';

const words = relayPageWords.studio;

/** Nothing but our own files and answers; pictures also from the page's own memory. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "connect-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The built page of somebody who is signed in. */
export function studioPage(page: Bytes): Response {
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy,
      'Referrer-Policy': 'same-origin',
    },
  });
}

export function studioSignInPage(status: number, notice: string | null = null): Response {
  return pageAnswer({
    title: words.signIn,
    status,
    body: html`<section>
${notice !== null && html`<p class="notice" role="alert">${notice}</p>`}
<p>${words.lead}</p>
<form method="post" action="/studio/sign-in">
<label>${words.code}<input type="password" name="code" required autocomplete="current-password"></label>
<p class="quiet-text">${words.codeAdvice}</p>
<button>${words.enter}</button>
</form>
</section>
<p class="quiet-text">${words.privacy}</p>`,
  });
}

export function studioNotBuiltPage(): Response {
  return pageAnswer({
    title: words.notBuilt,
    status: 503,
    body: html`<section><p>${words.notBuiltAdvice}</p>
<p class="secret">node scripts/build.ts --only web</p></section>`,
  });
}
