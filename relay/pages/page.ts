import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import { type Html, html } from './html.ts';

type Page = { title: string; body: Html; isSignedIn?: boolean; status?: number };

/** Nothing is loaded but our own style and script, and no form leads elsewhere. */
const contentSecurityPolicy = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** A whole page of the relay's own. */
export function pageAnswer({ title, body, isSignedIn = false, status = 200 }: Page): Response {
  const page = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · ${words.product}</title>
<link rel="stylesheet" href="/pages/relay.css">
<script src="/pages/relay.js" defer></script>
</head>
<body>
<header><p class="product">${words.product}</p>${isSignedIn && navigation}</header>
<main><h1>${title}</h1>${body}</main>
</body>
</html>`;
  return new Response(page.markup, {
    status,
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': contentSecurityPolicy,
      // Not `no-referrer`: that hides from us as well which page a form was sent from.
      'Referrer-Policy': 'same-origin',
    },
  });
}

const navigation = html`<nav>
<a href="/admin">${words.members}</a>
<a href="/admin/runs">${words.runs}</a>
<form method="post" action="/admin/sign-out"><button class="quiet">${words.signOut}</button></form>
</nav>`;

/** After a form that has been obeyed: what the browser asks for again is harmless. */
export function seeOther(path: string, cookie?: string): Response {
  return new Response(null, {
    status: 303,
    headers: { Location: path, ...(cookie === undefined ? {} : { 'Set-Cookie': cookie }) },
  });
}
