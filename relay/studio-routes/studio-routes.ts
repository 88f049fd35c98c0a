import { relayPageWords } from '#shared/i18n/en/relay.ts';
import { callerBySession, callerByToken, type SessionOwner, withSession } from '../access/session.ts';
import { sessionRoutes } from '../access/session-routes.ts';
import type { RelayConfig } from '../relay-config.ts';
import type { RelayParts } from '../relay-parts.ts';
import type { MemberRoute, Route } from '../routes/route.ts';
import { studioFileRoute } from './studio-files.ts';
import { studioNotBuiltPage, studioPage, studioSignInPage } from './studio-pages.ts';

const words = relayPageWords.studio;

type Parts = Pick<RelayParts, 'devices' | 'invitations' | 'clock'>;
type Config = Pick<RelayConfig, 'studioFiles' | 'publicUrl'>;

const noFiles = async () => null;

/** The studio as a web app: a built page for whoever is signed in, and the way to be. */
export function studioRoutes(parts: Parts, { studioFiles = noFiles, publicUrl }: Config): Route[] {
  const { devices, clock } = parts;
  return [
    {
      method: 'GET',
      pattern: '/studio',
      access: 'open',
      async handle({ request, url }) {
        const page = await studioFiles('index.html');
        if (!page) return studioNotBuiltPage();
        const caller = await callerBySession(request, devices);
        if (!caller) return studioSignInPage(401);
        const visit = { request, url, nowMs: clock.nowMs(), publicUrl };
        return withSession(studioPage(page), caller, devices, visit);
      },
    },
    studioFileRoute(studioFiles),
    memberRoute,
    ...sessionRoutes(
      {
        path: '/studio',
        field: 'code',
        signInPage: studioSignInPage,
        failed: words.failed,
        ownerFor: (text) => ownerFor(text, parts),
        unready: async () => ((await studioFiles('index.html')) ? null : studioNotBuiltPage()),
      },
      { devices, publicUrl },
    ),
  ];
}

/** Who is signed in, for the page. */
const memberRoute: MemberRoute = {
  method: 'GET',
  pattern: '/studio/member',
  access: 'member',
  handle: ({ caller: { id, name, role } }) => Response.json({ id, name, role }),
};

/** By a token of another of their devices, or by an invitation, which is used up and leaves no token behind. */
async function ownerFor(text: string, { devices, invitations }: Parts): Promise<SessionOwner | null> {
  const code = /invitation_[\w-]+/.exec(text)?.[0];
  if (code === undefined) {
    const caller = await callerByToken(text, devices);
    return caller && { memberId: caller.id, letInById: caller.deviceId };
  }
  const token = await invitations.redeem(code, words.device);
  const caller = token === null ? null : await devices.callerOf(token);
  if (!caller) return null;
  await devices.end(caller.deviceId);
  return { memberId: caller.id, letInById: caller.letInById };
}
