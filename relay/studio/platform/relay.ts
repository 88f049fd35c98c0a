import { createApi } from '#shared/engines/http/api.ts';
import { pageHeader } from '#shared/engines/http/relay-page.ts';
import { systemClock } from '#shared/platform.ts';
import type { HttpFetch } from '#shared/ports.ts';
import type { Line } from '#shared/web/sending/order.ts';
import { sendInDocument } from '#shared/web/sending/send-in-document.ts';
import { createTellingFetch } from '#shared/web/sending/telling-fetch.ts';
import * as z from '#shared/zod.ts';

const { origin } = location;

/** Where the relay passes calls on to ComfyDeploy. */
export const apiUrl = `${origin}/api`;

/** The relay fetches results, which lie in a storage that answers no foreign page. */
export const pictureUrl = (url: string) => `${origin}/picture?${new URLSearchParams({ url })}`;

/** Calls as whoever is signed in: by the cookie, which no script can read, in place of a key. */
const asSignedIn =
  (send: HttpFetch): HttpFetch =>
  (url, init = {}) => {
    const headers = new Headers(init.headers);
    headers.delete('Authorization');
    headers.set(pageHeader, '1');
    return send(url, { ...init, headers, credentials: 'same-origin' });
  };

/** Here a document is always at hand. */
const unasked: Line = { bytesPerSecond: async () => null, learn: async () => {} };

/** Also tells how much of a picture has gone out, which matters on a phone's line. */
export const relayFetch = asSignedIn(
  createTellingFetch({
    fetch: (url, init) => fetch(url, init),
    sender: { isAtHand: () => true, ready: async () => sendInDocument, line: unasked },
    clock: systemClock,
  }),
);

const memberSchema = z.object({ id: z.string(), name: z.string(), role: z.string() });

/** Who is signed in. */
export type SignedIn = z.infer<typeof memberSchema>;

/** Raises `unauthorized` when nobody is. */
export async function readMember(signal?: AbortSignal): Promise<SignedIn> {
  const api = createApi({ baseUrl: origin, apiKey: null, fetch: relayFetch, clock: systemClock });
  return (await api.json('/studio/member', memberSchema, { signal })).data;
}

/** Ends this browser's session, and shows the page on which one begins. */
export function signOut(): void {
  const form = Object.assign(document.createElement('form'), { method: 'post', action: '/studio/sign-out' });
  document.body.append(form);
  form.submit();
}
