import { expect, test } from 'vitest';
import { createDeviceBook } from '../../../relay/members/device-book.ts';
import { createMemberBook } from '../../../relay/members/member-book.ts';
import { cookieOf, sendForm } from './forms.ts';
import { type RelayFixture, startRelay } from './relay-fixture.ts';
import { onNodeOnly } from './runtime.ts';

const members = [{ name: 'Grace', role: 'admin' as const }];
const upstream = 'http://127.0.0.1:9/api';

/** The cookie that a browser gets for Grace's own token. */
async function signIn({ url, data }: RelayFixture, headers: Record<string, string> = {}): Promise<string> {
  const answer = await sendForm(`${url}/admin/sign-in`, { token: data.tokens.Grace ?? '' }, headers);
  expect(answer.status).toBe(303);
  return answer.headers.get('set-cookie') ?? '';
}

const asBrowser = (cookie: string) => ({ Cookie: cookie.split(';')[0] ?? '' });

async function devicesOf({ data: { database } }: RelayFixture): Promise<string[]> {
  const grace = await createMemberBook(database, Date.now).byName('Grace');
  return (await createDeviceBook(database, Date.now).of(grace?.id ?? '')).map(({ name }) => name);
}

test('signing out ends that browser for good, and nothing else of the person’s', async () => {
  const relay = await startRelay({ upstream, members });
  const [one, other] = [asBrowser(await signIn(relay)), asBrowser(await signIn(relay))];
  expect(one.Cookie).not.toContain(relay.data.tokens.Grace);
  const statusOf = async (headers: Record<string, string>) =>
    (await fetch(`${relay.url}/admin`, { headers })).status;
  expect([await statusOf(one), await statusOf(other)]).toEqual([200, 200]);
  const out = await sendForm(`${relay.url}/admin/sign-out`, {}, one);
  expect([out.status, out.headers.get('set-cookie')]).toEqual([303, expect.stringMatching(/=;.*Max-Age=0;/)]);
  expect([await statusOf(one), await statusOf(other)]).toEqual([401, 200]);
  expect((await relay.askAs('Grace')('/admin/api/members')).status).toBe(200);
  expect(await devicesOf(relay)).toEqual(['A test', 'A browser, on these pages']);
});

test('signing out of a browser that holds a pasted token leaves that token good', async () => {
  const relay = await startRelay({ upstream, members });
  await sendForm(`${relay.url}/admin/sign-out`, {}, cookieOf(relay, 'Grace'));
  expect((await relay.askAs('Grace')('/admin/api/members')).status).toBe(200);
});

test('what is in the cookie is good there alone: not for a program, nor to sign in with', async () => {
  const relay = await startRelay({ upstream, members });
  const cookie = asBrowser(await signIn(relay)).Cookie;
  const token = cookie.slice('restyle_session='.length);
  const asProgram = { Authorization: `Bearer ${token}`, 'Sec-Fetch-Site': 'same-origin', Cookie: cookie };
  const answer = await fetch(`${relay.url}/admin/api/members`, { headers: asProgram });
  expect([answer.status, (await sendForm(`${relay.url}/admin/sign-in`, { token })).status]).toEqual([
    401, 401,
  ]);
  expect((await fetch(`${relay.url}/admin`, { headers: { Cookie: cookie } })).status).toBe(200);
});

test('another page signs nobody out', async () => {
  const relay = await startRelay({ upstream, members });
  const browser = asBrowser(await signIn(relay));
  const stranger = { ...browser, 'Sec-Fetch-Site': 'cross-site' };
  expect((await sendForm(`${relay.url}/admin/sign-out`, {}, stranger)).status).toBe(403);
  expect((await fetch(`${relay.url}/admin`, { headers: browser })).status).toBe(200);
});

test.each([
  ['the settings name an https address', { publicUrl: 'https://relay.example.com' }, {}],
  ['a proxy says that it was https', {}, { 'X-Forwarded-Proto': 'https' }],
  [
    'a proxy says so, though the settings do not',
    { publicUrl: 'http://relay.example.com' },
    { 'X-Forwarded-Proto': 'https' },
  ],
  ['the browser says so itself', {}, { Origin: 'https://relay.example.com' }],
])('keeps its cookie to https where %s', async (_why, options, headers) => {
  // No proxy stands before a Worker: the address of the request is the one that the browser asked.
  if ('X-Forwarded-Proto' in headers) onNodeOnly();
  const relay = await startRelay({ upstream, members, ...options });
  expect(await signIn(relay, headers)).toMatch(/; HttpOnly; SameSite=Lax; Secure$/);
});

test('serves a browser on plain http too, on the relay’s own machine', async () => {
  const relay = await startRelay({ upstream, members });
  expect(await signIn(relay)).toMatch(/; HttpOnly; SameSite=Lax$/);
});

function movingClock() {
  const time = { aheadMs: 0 };
  const clock = {
    nowMs: () => Date.now() + time.aheadMs,
    monotonicMs: () => performance.now(),
    sleep: async () => {},
  };
  return { time, clock };
}

const lastsMs = (cookie: string) => Number(/Max-Age=(\d+)/.exec(cookie)?.[1]) * 1000;
const dayMs = 24 * 60 * 60_000;

test('a session ends with its cookie, also for whoever kept that', async () => {
  const { time, clock } = movingClock();
  const relay = await startRelay({ upstream, members, clock });
  const cookie = await signIn(relay);
  const sendAny = async () => (await sendForm(`${relay.url}/admin/key`, {}, asBrowser(cookie))).status;
  time.aheadMs = lastsMs(cookie) - 60_000;
  expect(await sendAny()).toBe(303);
  time.aheadMs = lastsMs(cookie) + 60_000;
  expect(await sendAny()).toBe(401);
  const list = await relay.askAs('Grace')('/admin/api/members');
  expect(await list.json()).toMatchObject([{ devices: [{ name: 'A test' }] }]);
});

test.each(['/admin', '/studio'])('whoever visits %s now and then stays signed in', async (path) => {
  const { time, clock } = movingClock();
  const studioFiles = async () => new TextEncoder().encode('page');
  const relay = await startRelay({ upstream, members, clock, studioFiles });
  const cookie = await signIn(relay);
  const visit = () => fetch(relay.url + path, { headers: asBrowser(cookie) });
  expect((await visit()).headers.get('set-cookie')).toBeNull();
  for (let days = 60; days < 360; days += 60) {
    time.aheadMs = days * dayMs;
    const page = await visit();
    const renewed = page.headers.get('set-cookie') ?? '';
    expect([page.status, lastsMs(renewed)]).toEqual([200, lastsMs(cookie)]);
    expect(asBrowser(renewed)).toEqual(asBrowser(cookie));
    expect(renewed).toMatch(/; HttpOnly; SameSite=Lax$/);
  }
  time.aheadMs += 91 * dayMs;
  expect((await visit()).status).toBe(401);
});

test('a cookie that was kept to https stays so when it begins anew', async () => {
  const { time, clock } = movingClock();
  const relay = await startRelay({ upstream, members, clock, publicUrl: 'https://relay.example.com' });
  const cookie = await signIn(relay);
  time.aheadMs = 2 * dayMs;
  const page = await fetch(`${relay.url}/admin`, { headers: asBrowser(cookie) });
  expect(page.headers.get('set-cookie')).toMatch(/; Secure$/);
});
