import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { testConnection } from '#shared/connection/test-connection.ts';
import { readApiKey } from '#shared/engines/comfydeploy/api-key.ts';
import { beginBrowserLogin, finishBrowserLogin } from '#shared/engines/comfydeploy/browser-login.ts';
import { systemIds } from '#shared/platform.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const route = { path: '/api/platform/comfyui/auth-response' };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());
afterEach(() => standIn.faults.clear());

/** Looks at the login with a clock that does not wait; calls back before each look. */
function login(beforeLook: (count: number) => void = () => {}) {
  const clock = createVirtualClock(0);
  const begun = beginBrowserLogin(systemIds);
  const lookedAtMs: number[] = [];
  const headers: unknown[] = [];
  const lookingFetch: HttpFetch = (url, init) => {
    beforeLook(lookedAtMs.push(clock.nowMs()));
    headers.push(init?.headers);
    return fetch(url, init);
  };
  const finish = (signal?: AbortSignal) =>
    finishBrowserLogin(begun, { baseUrl: standIn.baseUrl, fetch: lookingFetch, clock }, signal);
  return { begun, finish, lookedAtMs, headers, clock };
}

it('waits for the approval and gets a key that works for a week', async () => {
  const { begun, finish, lookedAtMs, headers } = login((count) => {
    if (count === 4) standIn.approveLogin(begun.requestId);
  });
  expect(begun.url).toBe(`https://app.comfydeploy.com/auth/request/${begun.requestId}`);
  const { apiKey, name } = await finish();
  expect(name).toBe('Restyle studio');
  expect(lookedAtMs).toEqual([0, 2_000, 4_000, 6_000]);
  expect(JSON.stringify(headers)).not.toContain('Authorization');
  expect(readApiKey(apiKey)?.expiresAtMs).toBeGreaterThan(Date.now() + 6 * 24 * 3_600_000);
  const { baseUrl, deploymentId } = standIn;
  const draft = { baseUrl: `${baseUrl}//`, apiKey, deploymentId, storageOrigins: '' };
  const connection = await testConnection(draft, { fetch, clock: createVirtualClock() });
  expect(connection).toMatchObject({ baseUrl, description: { name: 'Flux Kontext edit' } });
  // The end of the key is known from the start, so that it can be said before a run fails by it.
  expect(connection.keyExpiresAtMs).toBe(readApiKey(apiKey)?.expiresAtMs);
  const lasting = await testConnection(
    { ...draft, apiKey: standIn.apiKey },
    { fetch, clock: createVirtualClock() },
  );
  expect(lasting).not.toHaveProperty('keyExpiresAtMs');
});

it('says that an approval has lapsed', async () => {
  const { begun, finish } = login();
  standIn.approveLogin(begun.requestId);
  standIn.fastForward(31_000);
  await expect(finish()).rejects.toMatchObject({ code: 'timeout', data: { status: 410 } });
});

it('gives up when nobody approves', async () => {
  const { finish, lookedAtMs } = login();
  await expect(finish()).rejects.toMatchObject({ code: 'timeout' });
  expect(lookedAtMs).toHaveLength(300);
});

it('looks on through a line that breaks, but not through a server that is none', async () => {
  const { begun, finish, lookedAtMs } = login();
  standIn.faults.add({ match: route, times: 5, action: { kind: 'drop' } });
  standIn.approveLogin(begun.requestId);
  await finish();
  expect(lookedAtMs).toHaveLength(6);
  standIn.faults.add({ match: route, action: { kind: 'status', status: 200, html: '<html></html>' } });
  await expect(login().finish()).rejects.toMatchObject({ code: 'network-blocked' });
});

it('ends when the person closes the page', async () => {
  const person = new AbortController();
  const { finish } = login((count) => {
    if (count === 3) person.abort(new Error('closed'));
  });
  await expect(finish(person.signal)).rejects.toThrow('closed');
});
