import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import type { Member } from '../members/member.ts';
import { type Html, html } from '../pages/html.ts';
import { pageAnswer } from '../pages/page.ts';
import type { MemberUsage } from '../runs/usage.ts';
import type { KeyState } from '../upstream/key-keeper.ts';
import { figuresInWords, sumOf } from './figures.ts';

type Overview = { members: readonly Member[]; usage: readonly MemberUsage[]; keyState: KeyState };

/** The first page an admin sees: the key, everybody with what they spend, and a way to let people in. */
export function overviewPage({ members, usage, keyState }: Overview): Response {
  const removed = usage.filter(({ isRemoved }) => isRemoved);
  return pageAnswer({
    title: words.members,
    isSignedIn: true,
    body: html`${keyState !== 'kept' && keyState !== 'fixed' && keySection(keyState)}
<section>
<ul class="rows">
${members.map((member) => memberRow(member, usage))}
${removed.map(removedRow)}
<li><strong>${words.total}</strong><span class="figures">${figuresInWords(sumOf(usage))}</span></li>
</ul>
<p class="quiet-text">${words.sinceFirst}</p>
</section>
${inviteSection}
${(keyState === 'kept' || keyState === 'fixed') && keySection(keyState)}`,
  });
}

function memberRow({ id, name, role }: Member, usage: readonly MemberUsage[]): Html {
  const used = usage.find(({ memberId }) => memberId === id) ?? { runs: 0, seconds: 0, costUsd: 0 };
  return html`<li>
<span><a href="/admin/members/${id}">${name}</a>${role === 'admin' && html` <span class="quiet-text">${words.admin}</span>`}</span>
<span class="figures">${figuresInWords(used)}</span>
</li>`;
}

function removedRow(usage: MemberUsage): Html {
  return html`<li class="quiet-text"><span>${usage.name}, ${words.removedMember}</span><span class="figures">${figuresInWords(usage)}</span></li>`;
}

const inviteSection = html`<section>
<h2>${words.invite}</h2>
<form method="post" action="/admin/members">
<label>${words.name}<input type="text" name="name" required maxlength="80" autocomplete="off"></label>
<label class="tick"><input type="checkbox" name="role" value="admin">${words.isAdmin}</label>
<button>${words.makeLink}</button>
</form>
</section>`;

function keySection(state: KeyState): Html {
  return html`<section>
<h2>${words.apiKey}</h2>
<p>${words.keyStates[state]}</p>
${state !== 'fixed' && keyForm}
</section>`;
}

const keyForm = html`<form method="post" action="/admin/key">
<label>${words.newKey}<input type="password" name="apiKey" required autocomplete="off"></label>
<button>${words.setKey}</button>
</form>`;
