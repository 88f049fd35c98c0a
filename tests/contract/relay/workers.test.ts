import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join as joinPath } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { systemClock as clock } from '#shared/platform.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';
import { sendForm } from './forms.ts';
import { nullOriginFetch } from './null-origin-fetch.ts';
import { type RunningWorker, startWorker } from './worker-runtime.ts';

// A sample, on one Worker from its first request on; `npm run verify` has every test of the relay.
vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 20_000 };
const timing = { queueMs: 10, coldStartMs: 10, runMs: 40, archiveMs: 0 };
const adminCode = `invitation_${'A'.repeat(43)}`;
const photo = new Uint8Array(await readFile(new URL('../../fixtures/photos/rocket.jpg', import.meta.url)));
const said: string[] = [];
const tokens: Record<string, string> = {};
/** What the links answered that let in those of whom the tests are. */
const joined: number[] = [];
let standIn: StandIn;
let worker: RunningWorker;
let studioFolder: string;

beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
  const bindings = {
    RELAY_MASTER_KEY: randomBytes(32).toString('base64'),
    RELAY_ADMIN_CODE: adminCode,
    RELAY_UPSTREAM: standIn.baseUrl,
    RELAY_PICTURE_HOSTS: new URL(standIn.storageUrl).host,
    RELAY_DEPLOYMENT: standIn.deploymentId,
  };
  studioFolder = await mkdtemp(joinPath(tmpdir(), 'restyle-studio-'));
  await mkdir(joinPath(studioFolder, 'assets'));
  await writeFile(joinPath(studioFolder, 'index.html'), 'built page');
  await writeFile(joinPath(studioFolder, 'assets/app-1a2b.js'), 'built script');
  worker = await startWorker(bindings, (line) => said.push(line), studioFolder);
  joined.push(await join('Grace', adminCode));
  await ask('Grace', '/admin/api/key', { apiKey: standIn.apiKey });
  joined.push(await join('Ada', await invite('Ada')));
}, 60_000);

afterAll(async () => {
  await worker.close();
  await standIn.close();
  await rm(studioFolder, { recursive: true });
});

const ask = (name: string, path: string, body?: object) =>
  fetch(worker.url + path, {
    method: body ? 'POST' : 'GET',
    headers: { Authorization: `Bearer ${tokens[name]}`, Origin: 'null' },
    ...(body && { body: JSON.stringify(body) }),
  });

async function join(name: string, code: string): Promise<number> {
  const answer = await sendForm(`${worker.url}/join`, { code, device: 'A test' });
  const token = /restyle_[\w-]{43}/.exec(await answer.text())?.[0];
  if (token) tokens[name] = token;
  return answer.status;
}

async function invite(name: string): Promise<string> {
  const made = await ask('Grace', '/admin/api/members', { name });
  return ((await made.json()) as { invitation: string }).invitation;
}

test('lets its admin in by the code of its settings, once, and others by invitations', async () => {
  expect(joined).toEqual([200, 200]);
  expect(await join('Nobody', adminCode)).toBe(410);
  expect(await invite(`Joan ${crypto.randomUUID()}`)).toMatch(`${worker.url}/join#invitation_`);
  expect((await ask('Ada', '/admin/api/members')).status).toBe(403);
});

test('carries a picture from Figma to ComfyDeploy and back, and writes down what it came to', async () => {
  const engine = createComfyDeployEngine({
    baseUrl: `${worker.url}/api`,
    apiKey: tokens.Ada ?? '',
    deploymentId: standIn.deploymentId,
    fetch: nullOriginFetch,
    clock,
    pictureUrl: (url) => `${worker.url}/picture?url=${encodeURIComponent(url)}`,
  });
  const input_image = await engine.upload({ bytes: photo, mimeType: 'image/jpeg', fileName: 'rocket.jpg' });
  const nonce = crypto.randomUUID();
  const runId = await engine.start({ inputs: { input_image, prompt: 'in oil' }, nonce });
  await expect.poll(async () => (await engine.get(runId)).state, patience).toBe('success');
  const { output } = await engine.get(runId);
  const result = await engine.fetchOutput(output ?? { url: '', fileName: '' });
  expect(result.length).toBeGreaterThan(100);
  const [record] = (await (await ask('Grace', '/admin/api/runs')).json()) as object[];
  expect(record).toMatchObject({ runId, nonce, state: 'started' });
});

test('answers predictions, several at once, each in its turn', async () => {
  const input = {
    input_image: `data:image/jpeg;base64,${Buffer.from(photo).toString('base64')}`,
    prompt: 'x',
  };
  const usageOfAda = async () => {
    const usage = (await (await ask('Grace', '/admin/api/usage')).json()) as { name: string; runs: number }[];
    return usage.find(({ name }) => name === 'Ada');
  };
  const before = await usageOfAda();
  const start = () => ask('Ada', '/v1/predictions', { input });
  const [made, ...others] = await Promise.all([start(), start(), start()]);
  expect([made, ...others].map(({ status }) => status)).toEqual([201, 201, 201]);
  const { id } = (await made.json()) as { id: string };
  const look = async () => (await ask('Ada', `/v1/predictions/${id}`)).json();
  await expect.poll(look, patience).toMatchObject({ status: 'succeeded' });
  await worker.onClock();
  const runs = (before?.runs ?? 0) + 3;
  expect(await usageOfAda()).toMatchObject({ runs, costUsd: expect.any(Number) });
});

test('hands out the web app from its static files, the page to whoever is signed in', async () => {
  const script = await fetch(`${worker.url}/studio/assets/app-1a2b.js`);
  expect([await script.text(), script.headers.get('cache-control')]).toEqual([
    'built script',
    'public, max-age=31536000, immutable',
  ]);
  const page = await fetch(`${worker.url}/studio`);
  expect([page.status, await page.text()]).toEqual([401, expect.stringContaining('/studio/sign-in')]);
  for (const path of ['/', '/index.html', '/assets/app-1a2b.js', '/studio/none.js'])
    expect([path, (await fetch(worker.url + path)).status]).toEqual([path, 404]);
});

test('refuses a device from the moment it is revoked', async () => {
  const name = `Joan ${crypto.randomUUID()}`;
  expect(await join(name, await invite(name))).toBe(200);
  type Listed = { id: string; name: string; devices: { id: string }[] };
  const list = (await (await ask('Grace', '/admin/api/members')).json()) as Listed[];
  const joan = list.find((member) => member.name === name);
  await ask('Grace', `/admin/api/members/${joan?.id}/devices/${joan?.devices[0]?.id}/revocation`, {});
  expect((await ask(name, '/api/platform/gpu-pricing')).status).toBe(401);
});

test('lets no key, token, code, prompt or picture into its log, also when something fails', async () => {
  const secret = 'a-secret-prompt';
  await ask('Grace', `/picture?url=https://elsewhere.example/${secret}.png`);
  await ask('Grace', `/${secret}`);
  await ask('Grace', '/v1/predictions', { input: { input_image: secret, prompt: secret } });
  expect((await ask('Grace', '/api/platform/gpu-pricing?cd_token=stolen')).status).toBe(200);
  await expect.poll(() => said.at(-1), patience).toContain('/api/platform/gpu-pricing');
  const log = said.join('\n');
  for (const hidden of [...Object.values(tokens), adminCode, standIn.apiKey, secret, 'stolen', '/9j/']) {
    expect(log).not.toContain(hidden);
  }
  expect(said.filter((line) => !line.startsWith('{"at":'))).toEqual([]);
});
