import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { createDeviceBook } from '../../../relay/members/device-book.ts';
import { createInvitationBook } from '../../../relay/members/invitation-book.ts';
import { createMemberBook } from '../../../relay/members/member-book.ts';
import { studioFilesIn } from '../../../relay/node/studio-folder.ts';
import type { StudioFiles } from '../../../relay/studio-routes/studio-files.ts';
import { sendForm } from './forms.ts';
import { type RelayFixture, startRelay, startServer } from './relay-fixture.ts';

const built: StudioFiles = async (path) =>
  ['index.html', 'assets/index-1a2b.js', 'presets/watercolour.webp'].includes(path)
    ? new TextEncoder().encode(`built ${path}`)
    : null;
const upstream = 'http://127.0.0.1:9/api';
const fromPage = { 'Sec-Fetch-Site': 'same-origin' };

async function invite({ data: { database } }: RelayFixture): Promise<string> {
  const ada = await createMemberBook(database, Date.now).byName('Ada');
  return createInvitationBook(database, Date.now).create(ada?.id ?? '');
}

async function devicesOf({ data: { database } }: RelayFixture): Promise<string[]> {
  const ada = await createMemberBook(database, Date.now).byName('Ada');
  return (await createDeviceBook(database, Date.now).of(ada?.id ?? '')).map(({ name }) => name);
}

/** Signs in as a browser does; answers the cookie it sends from then on. */
async function signIn({ url }: RelayFixture, code: string): Promise<string> {
  const answer = await sendForm(`${url}/studio/sign-in`, { code });
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/studio']);
  const cookie = answer.headers.get('set-cookie') ?? '';
  expect(cookie).toMatch(/HttpOnly; SameSite=Lax/);
  return cookie.split(';')[0] ?? '';
}

test('without the built web app it says so, and uses up no invitation', async () => {
  const relay = await startRelay({ upstream, studioFiles: async () => null });
  const code = await invite(relay);
  const page = await fetch(`${relay.url}/studio`);
  expect([page.status, await page.text()]).toEqual([
    503,
    expect.stringContaining('scripts/build.ts --only web'),
  ]);
  expect((await sendForm(`${relay.url}/studio/sign-in`, { code })).status).toBe(503);
  const invitations = createInvitationBook(relay.data.database, Date.now);
  expect(await invitations.redeem(code, 'later')).toMatch(/^restyle_/);
});

test('an invitation makes this browser a device of its own, once, and no token besides', async () => {
  const relay = await startRelay({ upstream, studioFiles: built });
  const link = `${relay.url}/join#${await invite(relay)}`;
  const cookie = await signIn(relay, link);
  expect(await devicesOf(relay)).toEqual(['A test', 'A browser, on these pages']);
  const page = await fetch(`${relay.url}/studio`, { headers: { cookie } });
  expect(await page.text()).toBe('built index.html');
  expect(page.headers.get('content-security-policy')).toMatch(/^default-src 'none'; script-src 'self';/);
  expect((await sendForm(`${relay.url}/studio/sign-in`, { code: link })).status).toBe(401);
});

test('signing out ends that browser, and leaves the token it was signed in with', async () => {
  const relay = await startRelay({ upstream, studioFiles: built });
  const cookie = await signIn(relay, relay.token);
  const member = () => fetch(`${relay.url}/studio/member`, { headers: { cookie, ...fromPage } });
  expect(await (await member()).json()).toMatchObject({ name: 'Ada', role: 'member' });
  expect((await sendForm(`${relay.url}/studio/sign-out`, {}, { cookie })).status).toBe(303);
  expect([(await member()).status, (await relay.ask('/studio/member')).status]).toEqual([401, 200]);
});

test('the cookie counts for pages of the relay, and for no other that makes a browser send it', async () => {
  const comfyDeploy = await startServer((_, outgoing) => outgoing.end('{}'));
  const relay = await startRelay({ upstream: `${comfyDeploy.origin}/api`, studioFiles: built });
  const cookie = await signIn(relay, relay.token);
  const ask = async (headers: Record<string, string>, init: RequestInit = {}) => {
    const path = '/api/platform/gpu-pricing';
    return (await fetch(relay.url + path, { ...init, headers: { cookie, ...headers } })).status;
  };
  expect(await ask(fromPage)).toBe(200);
  for (const site of ['cross-site', 'same-site', 'none']) {
    expect(await ask({ 'Sec-Fetch-Site': site })).toBe(401);
  }
  expect(await ask({ Origin: 'https://elsewhere.example' })).toBe(401);
  expect(await ask({})).toBe(401);
  // A browser that does not say where a call comes from: the page says so by what no other page may send.
  const ofPage = { 'Restyle-Page': '1' };
  expect([await ask(ofPage), await ask({ ...ofPage, Origin: relay.url })]).toEqual([200, 200]);
  expect(await ask({ ...ofPage, Origin: 'https://elsewhere.example' })).toBe(401);
  expect(await ask({ ...ofPage, 'Sec-Fetch-Site': 'cross-site' })).toBe(401);
  const preflight = await fetch(`${relay.url}/api/platform/gpu-pricing`, {
    method: 'OPTIONS',
    headers: { Origin: 'https://elsewhere.example', 'Access-Control-Request-Headers': 'restyle-page' },
  });
  expect(preflight.headers.get('access-control-allow-headers')).not.toMatch(/page|\*/i);
  // A token that is no good is not made good by a cookie beside it.
  expect(await ask({ ...fromPage, Authorization: 'Bearer restyle_wrong' })).toBe(401);
  expect(comfyDeploy.requests.length).toBe(3);
});

test('hands out the files of the web app, and nothing that lies beside them', async () => {
  const folder = `${await mkdtemp(join(tmpdir(), 'studio-'))}/`;
  onTestFinished(() => rm(folder, { recursive: true }));
  await writeFile(`${folder}index.html`, 'page');
  await writeFile(`${folder}app.js`, 'script');
  await writeFile(`${folder}master.key`, 'secret');
  const { url } = await startRelay({ upstream, studioFiles: studioFilesIn([folder]) });
  const get = (path: string, encoding = 'identity') =>
    fetch(`${url}/studio/${path}`, { headers: { 'Accept-Encoding': encoding } });
  for (const [asked, sent] of [
    ['identity', null],
    ['br, gzip', 'gzip'],
  ] as const) {
    const script = await get('app.js', asked);
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
    expect([script.headers.get('content-encoding'), await script.text()]).toEqual([sent, 'script']);
  }
  for (const path of ['master.key', 'index.html', 'assets/none.js', '..%2fapp.js', 'a/..%2f..%2fapp.js']) {
    expect((await get(path)).status, path).toBe(404);
  }
});

test('browsers keep what has its hash in its name, and ask again for pages', async () => {
  const relay = await startRelay({ upstream, studioFiles: built });
  const cacheOf = async (path: string) => (await fetch(relay.url + path)).headers.get('cache-control');
  expect(await cacheOf('/studio/assets/index-1a2b.js')).toMatch(/immutable/);
  expect(await cacheOf('/studio/presets/watercolour.webp')).toBe('public, max-age=3600');
  expect(await cacheOf('/studio')).toBe('no-store');
  expect(await cacheOf('/health')).toBe('no-store');
});
