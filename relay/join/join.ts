import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import { isFromOwnPage, startSession } from '../access/session.ts';
import { strangerPage } from '../admin/admin-gate.ts';
import type { DeviceBook } from '../members/device-book.ts';
import type { InvitationBook } from '../members/invitation-book.ts';
import type { Caller } from '../members/member.ts';
import { html } from '../pages/html.ts';
import { pageAnswer } from '../pages/page.ts';
import { secretBlock } from '../pages/secret-block.ts';
import { pageOrigin } from '../requests/own-origin.ts';
import { readForm } from '../requests/read-body.ts';
import type { OpenRoute } from '../routes/route.ts';

type JoinParts = { devices: DeviceBook; invitations: InvitationBook; publicUrl: string | undefined };

/**
 * Where an invitation link leads. Opening it uses nothing up, because previews of chat programs open links too:
 * the code is used by the form.
 */
export function joinRoutes({ devices, invitations, publicUrl }: JoinParts): OpenRoute[] {
  const sessionOf = ({ id: memberId, deviceId: letInById }: Caller, origins: readonly string[]) =>
    startSession({ memberId, letInById }, devices, origins);
  return [
    { method: 'GET', pattern: '/join', access: 'open', handle: () => joinPage(200) },
    {
      method: 'POST',
      pattern: '/join',
      access: 'open',
      async handle({ request, url }) {
        if (!isFromOwnPage(request, url)) return strangerPage();
        const form = await readForm(request);
        const code = codeIn(form.get('code') ?? '');
        if (code === null) return joinPage(422, words.codeMissing);
        const token = await invitations.redeem(code, form.get('device')?.trim() || words.deviceExample);
        const caller = token === null ? null : await devices.callerOf(token);
        if (token === null || caller === null) return uselessCodePage();
        const origin = pageOrigin(request, url, publicUrl);
        const answer = welcomePage(caller, token, origin);
        // An admin goes on to invite people from this very browser.
        if (caller.role === 'admin') {
          answer.headers.set('Set-Cookie', await sessionOf(caller, [url.origin, origin]));
        }
        return answer;
      },
    },
  ];
}

/** People paste the whole link as well. */
function codeIn(text: string): string | null {
  return /invitation_[\w-]+/.exec(text)?.[0] ?? null;
}

/** In a form for each way in: Enter does what the field is for, and an invitation is not spent on the other. */
const codeField = html`<label>${words.code}<input type="text" name="code" required autocomplete="off"></label>`;

function joinPage(status: number, notice: string | null = null): Response {
  return pageAnswer({
    title: words.join,
    status,
    body: html`<section>
${notice !== null && html`<p class="notice" role="alert">${notice}</p>`}
<p>${words.studio.hereAdvice}</p>
<form method="post" action="/studio/sign-in">
${codeField}
<button>${words.studio.here}</button>
</form>
</section>
<section>
<p>${words.studio.orToken}</p>
<form method="post" action="/join">
${codeField}
<label>${words.device}<input type="text" name="device" maxlength="60" value="${words.deviceExample}"></label>
<button class="quiet">${words.getToken}</button>
</form>
</section>`,
  });
}

function uselessCodePage(): Response {
  return pageAnswer({
    title: words.codeOfNoUse,
    status: 410,
    body: html`<section><p>${words.codeOfNoUseAdvice}</p></section>`,
  });
}

function welcomePage({ name, role }: Caller, token: string, address: string): Response {
  return pageAnswer({
    title: words.welcome(name),
    body: html`<section>
<p>${words.tokenAdvice}</p>
${secretBlock('token', words.tokenLabel, token)}
${secretBlock('address', words.addressLabel, address)}
</section>
<section>
<p>${words.inFigma}</p>
<p>${words.inBrowser}</p>
</section>
${role === 'admin' && html`<p><a href="/admin">${words.toAdmin}</a></p>`}`,
  });
}
