import { AppError } from '#shared/errors/app-error.ts';
import * as z from '#shared/zod.ts';
import { invitationLink } from '../members/admin-link.ts';
import type { Member } from '../members/member.ts';
import type { RelayConfig } from '../relay-config.ts';
import type { RelayParts } from '../relay-parts.ts';
import { ownOrigin } from '../requests/own-origin.ts';
import { parseBody } from '../requests/parse-body.ts';
import { readJson } from '../requests/read-body.ts';
import type { MemberRoute, RouteCall } from '../routes/route.ts';
import { readUsage } from '../runs/usage.ts';
import { words } from '../words.ts';
import { monthStartMs } from './figures.ts';
import { rightsChangeSchema, rightsSchema } from './rights.ts';
import { runsPerPage } from './runs-page.ts';

const maxBodyBytes = 16 * 1024;
const memberSchema = z.extend(rightsSchema, { name: z.string() });
const keySchema = z.strictObject({ apiKey: z.string().check(z.trim(), z.minLength(1)) });

type Handle = (call: RouteCall) => Promise<Response>;

/** What the admin's pages do, as JSON for programs: with the token of an admin. */
export function adminApi(parts: RelayParts, config: RelayConfig): MemberRoute[] {
  return [...readings(parts, config), ...changes(parts, config)];
}

function readings({ members, devices, runs, clock }: RelayParts, { database }: RelayConfig): MemberRoute[] {
  return [
    admin('GET', '/admin/api/members', async () => {
      const list = await members.list();
      const withDevices = list.map(async (member) => ({ ...member, devices: await devices.of(member.id) }));
      return Response.json(await Promise.all(withDevices));
    }),
    admin('GET', '/admin/api/runs', async ({ url }) => {
      const beforeMs = Number(url.searchParams.get('before')) || Number.MAX_SAFE_INTEGER;
      return Response.json(await runs.before(beforeMs, runsPerPage));
    }),
    admin('GET', '/admin/api/usage', async ({ url }) => {
      const since = url.searchParams.get('since');
      const sinceMs = since === null ? monthStartMs(clock.nowMs()) : Date.parse(since);
      if (Number.isNaN(sinceMs)) throw new AppError('invalid-input', words.notATime, { status: 422 });
      return Response.json(await readUsage(database, sinceMs));
    }),
  ];
}

function changes({ members, devices, invitations, key }: RelayParts, config: RelayConfig): MemberRoute[] {
  const invitation = async ({ url }: RouteCall, { id }: Member) =>
    invitationLink(ownOrigin(url, config.publicUrl), await invitations.create(id));
  const known = async (id = '') => {
    const member = await members.byId(id);
    if (!member) throw new AppError('invalid-input', words.noSuchMember, { status: 404 });
    return member;
  };
  return [
    admin('POST', '/admin/api/members', async (call) => {
      const member = await members.add(await bodyOf(call, memberSchema));
      return Response.json({ ...member, invitation: await invitation(call, member) }, { status: 201 });
    }),
    admin('POST', '/admin/api/members/{id}/link', async (call) => {
      const member = await known(call.ids[0]);
      return Response.json({ ...member, invitation: await invitation(call, member) }, { status: 201 });
    }),
    admin('POST', '/admin/api/members/{id}/rights', async (call) => {
      const { id } = await known(call.ids[0]);
      await members.change(id, await bodyOf(call, rightsChangeSchema));
      return Response.json(await known(id));
    }),
    admin('POST', '/admin/api/members/{id}/removal', async ({ ids }) => {
      await members.remove((await known(ids[0])).id);
      return new Response(null, { status: 204 });
    }),
    admin('POST', '/admin/api/members/{id}/devices/{id}/revocation', async ({ ids: [id, deviceId = ''] }) => {
      await devices.revoke({ memberId: (await known(id)).id, deviceId });
      return new Response(null, { status: 204 });
    }),
    admin('POST', '/admin/api/key', async (call) => {
      await key.replace((await bodyOf(call, keySchema)).apiKey);
      return new Response(null, { status: 204 });
    }),
  ];
}

function admin(method: 'GET' | 'POST', pattern: string, handle: Handle): MemberRoute {
  return { method, pattern, access: 'admin', handle };
}

async function bodyOf<Schema extends z.ZodMiniType>(call: RouteCall, schema: Schema) {
  return parseBody(schema, (await readJson(call.request, maxBodyBytes)).value);
}
