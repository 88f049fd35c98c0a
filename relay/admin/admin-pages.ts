import { relayPageWords as words } from '#shared/i18n/en/relay.ts';
import { invitationLink } from '../members/admin-link.ts';
import { invitationDays } from '../members/invitation-book.ts';
import type { Member } from '../members/member.ts';
import { html } from '../pages/html.ts';
import { pageAnswer, seeOther } from '../pages/page.ts';
import { secretBlock } from '../pages/secret-block.ts';
import type { RelayConfig } from '../relay-config.ts';
import type { RelayParts } from '../relay-parts.ts';
import { pageOrigin } from '../requests/own-origin.ts';
import { readForm } from '../requests/read-body.ts';
import type { OpenRoute } from '../routes/route.ts';
import { readUsage } from '../runs/usage.ts';
import { type AdminCall, adminForm, adminPage } from './admin-gate.ts';
import { monthStartMs } from './figures.ts';
import { memberPage } from './member-page.ts';
import { overviewPage } from './overview.ts';
import { newRightsFromForm, rightsFromForm } from './rights.ts';
import { runsPage, runsPerPage } from './runs-page.ts';
import { signInRoutes } from './sign-in.ts';

/** The admin's pages: plain forms, which work without a script. */
export function adminPages(parts: RelayParts, config: RelayConfig): OpenRoute[] {
  const { devices } = parts;
  return [
    ...signInRoutes(devices, config.publicUrl),
    ...readingPages(parts, config),
    ...changingForms(parts, config).map(([pattern, handle]) => adminForm(devices, pattern, handle)),
  ];
}

const someRuns = 20;

function readingPages(parts: RelayParts, config: RelayConfig): OpenRoute[] {
  const { devices, members, runs, key, clock, deploymentNames } = parts;
  const gate = { ...parts, publicUrl: config.publicUrl };
  return [
    adminPage(gate, '/admin', async () =>
      overviewPage({
        members: await members.list(),
        usage: await readUsage(config.database, monthStartMs(clock.nowMs())),
        keyState: await key.state(),
      }),
    ),
    adminPage(gate, '/admin/members/{id}', async ({ ids: [id = ''] }) => {
      const member = await members.byId(id);
      if (!member) return noMemberPage();
      return memberPage({
        member,
        devices: await devices.of(id),
        runs: await runs.ofMember(id, Number.MAX_SAFE_INTEGER, someRuns),
        deployments: await deploymentNames(),
      });
    }),
    adminPage(gate, '/admin/runs', async ({ url }) =>
      runsPage({
        runs: await runs.before(beforeOf(url), runsPerPage),
        members: await members.list(),
        deployments: await deploymentNames(),
      }),
    ),
  ];
}

function beforeOf(url: URL): number {
  return Number(url.searchParams.get('before')) || Number.MAX_SAFE_INTEGER;
}

type Form = [pattern: string, handle: (call: AdminCall) => Promise<Response>];

function changingForms({ members, devices, invitations, key }: RelayParts, config: RelayConfig): Form[] {
  const linkPage = async ({ request, url }: AdminCall, member: Member) => {
    const code = await invitations.create(member.id);
    return invitationPage(member, invitationLink(pageOrigin(request, url, config.publicUrl), code));
  };
  return [
    [
      '/admin/key',
      async ({ request }) => {
        const apiKey = (await readForm(request)).get('apiKey')?.trim();
        if (apiKey) await key.replace(apiKey);
        return seeOther('/admin');
      },
    ],
    [
      '/admin/members',
      async (call) => {
        const form = await readForm(call.request);
        const rights = newRightsFromForm(form);
        return linkPage(call, await members.add({ name: form.get('name') ?? '', ...rights }));
      },
    ],
    [
      '/admin/members/{id}/link',
      async (call) => {
        const member = await members.byId(call.ids[0] ?? '');
        return member ? linkPage(call, member) : noMemberPage();
      },
    ],
    [
      '/admin/members/{id}/rights',
      async ({ request, ids: [id = ''] }) => {
        await members.change(id, rightsFromForm(await readForm(request)));
        return seeOther(`/admin/members/${id}`);
      },
    ],
    [
      '/admin/members/{id}/removal',
      async ({ ids: [id = ''] }) => {
        await members.remove(id);
        return seeOther('/admin');
      },
    ],
    [
      '/admin/members/{id}/devices/{id}/revocation',
      async ({ admin, ids: [memberId = '', deviceId = ''] }) => {
        await devices.revoke({ memberId, deviceId, keptId: admin.deviceId });
        return seeOther(`/admin/members/${memberId}`);
      },
    ],
  ];
}

function invitationPage(member: Member, link: string): Response {
  return pageAnswer({
    title: words.link(member.name),
    isSignedIn: true,
    body: html`<section>
${secretBlock('link', words.linkLabel, link)}
<p>${words.linkAdvice(invitationDays)}</p>
<p><a href="/admin/members/${member.id}">${member.name}</a></p>
</section>`,
  });
}

function noMemberPage(): Response {
  return pageAnswer({ title: words.noMember, status: 404, isSignedIn: true, body: html`` });
}
