import { expect, test } from 'vitest';
import { inviteOwnDevice, isDeviceToken } from '#shared/connection/device-token.ts';
import { systemClock as clock } from '#shared/platform.ts';
import { sendForm } from './forms.ts';
import { startRelay, startServer } from './relay-fixture.ts';

const nothing = { upstream: 'http://127.0.0.1:9', studioFiles: async () => new TextEncoder().encode('page') };
const fromPage = { 'Sec-Fetch-Site': 'same-origin' };

type Listed = { id: string; name: string; devices: { id: string; name: string; letInBy: string | null }[] };

/** The cookie of a browser that was signed in with a token. */
async function sessionOf(url: string, code: string): Promise<string> {
  const answer = await sendForm(`${url}/studio/sign-in`, { code });
  return answer.headers.get('set-cookie')?.split(';')[0] ?? '';
}

test('a second browser is let in from the first, by a link that works once and gives it a token of its own', async () => {
  const relay = await startRelay(nothing);
  const access = { baseUrl: `${relay.url}/api`, apiKey: relay.token, fetch, clock };
  const link = new URL(await inviteOwnDevice(access));
  expect(link.pathname).toBe('/join');
  const open = () =>
    fetch(`${relay.url}/join`, {
      method: 'POST',
      headers: { 'Sec-Fetch-Site': 'same-origin' },
      body: new URLSearchParams({ code: link.href, device: 'Second' }),
    });
  const token = /restyle_[\w-]{20,}/.exec(await (await open()).text())?.[0] ?? null;
  expect(isDeviceToken(token)).toBe(true);
  expect(token).not.toBe(relay.token);
  expect((await open()).status).toBe(410);
  // It is the same person's, and can let in a third.
  await inviteOwnDevice({ ...access, apiKey: token });
  expect(JSON.stringify(relay.log)).not.toContain('invitation_');
});

test('nobody else gets one, and a relay that is too old says so', async () => {
  const relay = await startRelay(nothing);
  const access = { baseUrl: `${relay.url}/api`, apiKey: 'restyle_made-up', fetch, clock };
  await expect(inviteOwnDevice(access)).rejects.toMatchObject({ code: 'unauthorized' });
  const old = await startServer((_, answer) => answer.writeHead(404).end('{"detail":"Not found"}'));
  await expect(inviteOwnDevice({ ...access, baseUrl: `${old.origin}/api` })).rejects.toMatchObject({
    code: 'relay-off',
  });
});

test('what a device has let in is listed with it, and ends with it', async () => {
  const relay = await startRelay({
    ...nothing,
    members: [{ name: 'Ada' }, { name: 'Grace', role: 'admin' }],
  });
  const letIn = async (apiKey: string, device: string) => {
    const link = await inviteOwnDevice({ baseUrl: `${relay.url}/api`, apiKey, fetch, clock });
    const page = await (await sendForm(`${relay.url}/join`, { code: link, device })).text();
    return /restyle_[\w-]{20,}/.exec(page)?.[0] ?? '';
  };
  const second = await letIn(relay.token, 'Second');
  const third = await letIn(second, 'Third');
  const cookie = { Cookie: await sessionOf(relay.url, third) };
  const asBrowser = () => fetch(`${relay.url}/studio/member`, { headers: { ...cookie, ...fromPage } });
  expect((await asBrowser()).status).toBe(200);
  const pending = await inviteOwnDevice({ baseUrl: `${relay.url}/api`, apiKey: second, fetch, clock });

  const asGrace = relay.askAs('Grace');
  const list = (await (await asGrace('/admin/api/members')).json()) as Listed[];
  const ada = list.find(({ name }) => name === 'Ada');
  expect(ada?.devices.map(({ name, letInBy }) => [name, letInBy])).toEqual([
    ['A test', null],
    ['Second', 'A test'],
    ['Third', 'Second'],
    ['A browser, on these pages', 'Third'],
  ]);
  const lost = ada?.devices.find(({ name }) => name === 'Second')?.id;
  await asGrace(`/admin/api/members/${ada?.id}/devices/${lost}/revocation`, { method: 'POST' });
  const statuses = [relay.token, second, third].map(
    async (token) =>
      (await relay.ask('/studio/member', { headers: { Authorization: `Bearer ${token}` } })).status,
  );
  expect(await Promise.all(statuses)).toEqual([200, 401, 401]);
  expect((await asBrowser()).status).toBe(401);
  expect((await sendForm(`${relay.url}/join`, { code: pending })).status).toBe(410);
});

test('an admin who revokes the device they signed in with goes on in this browser', async () => {
  const relay = await startRelay({ ...nothing, members: [{ name: 'Grace', role: 'admin' }] });
  const signedIn = await sendForm(`${relay.url}/admin/sign-in`, { token: relay.data.tokens.Grace ?? '' });
  const headers = { Cookie: signedIn.headers.get('set-cookie')?.split(';')[0] ?? '' };
  const [grace] = (await (await relay.askAs('Grace')('/admin/api/members')).json()) as Listed[];
  const path = `/admin/members/${grace?.id}/devices/${grace?.devices[0]?.id}/revocation`;
  expect((await sendForm(relay.url + path, {}, headers)).status).toBe(303);
  expect((await fetch(`${relay.url}/admin`, { headers })).status).toBe(200);
  expect((await relay.askAs('Grace')('/admin/api/members')).status).toBe(401);
});

test('a link for a device of one’s own leaves the admin’s as it is, and voids the one before', async () => {
  const relay = await startRelay({
    ...nothing,
    members: [{ name: 'Ada' }, { name: 'Grace', role: 'admin' }],
  });
  const access = { baseUrl: `${relay.url}/api`, apiKey: relay.token, fetch, clock };
  const ada = ((await (await relay.askAs('Grace')('/admin/api/members')).json()) as Listed[])[0];
  const made = await relay.askAs('Grace')(`/admin/api/members/${ada?.id}/link`, { method: 'POST' });
  const { invitation } = (await made.json()) as { invitation: string };
  const [first, second] = [await inviteOwnDevice(access), await inviteOwnDevice(access)];
  const statuses = [];
  for (const code of [first, second, invitation]) {
    statuses.push((await sendForm(`${relay.url}/join`, { code })).status);
  }
  expect(statuses).toEqual([410, 200, 200]);
});

test('the link leads to where this device reaches the relay, whatever that takes itself for', async () => {
  const relay = await startRelay({ ...nothing, publicUrl: 'http://inner:3017' });
  const access = { baseUrl: `${relay.url}/api`, apiKey: relay.token, fetch, clock };
  expect(await inviteOwnDevice(access)).toMatch(`${relay.url}/join#invitation_`);
});
