import { type ApiOptions, createApi } from '#shared/engines/http/api.ts';
import * as z from '#shared/zod.ts';

/** Whether a key is a token of our relay's, which is one device's alone: it is revoked by itself, and never synced. */
export function isDeviceToken(apiKey: string | null): boolean {
  return apiKey?.startsWith('restyle_') ?? false;
}

const invitationSchema = z.object({ invitation: z.string().check(z.regex(/invitation_[\w-]+$/)) });

/**
 * Has a relay let in another device of the same person; answers the link to open there, good once and for an hour.
 * Raises the codes of `createApi`, and `relay-off` where the relay is too old to know how.
 */
export async function inviteOwnDevice(options: ApiOptions): Promise<string> {
  const call = { method: 'POST', notFound: 'relay-off' } as const;
  const { invitation } = (await createApi(options).json('/own-device', invitationSchema, call)).data;
  // Behind a proxy the relay may not know by what address it is reached; we do.
  const code = invitation.slice(invitation.lastIndexOf('invitation_'));
  return `${options.baseUrl.replace(/\/api$/, '')}/join#${code}`;
}
