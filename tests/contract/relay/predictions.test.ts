import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createPredictionsEngine } from '#shared/engines/predictions/engine.ts';
import { plainModel } from '#shared/engines/predictions/models.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { systemClock } from '#shared/platform.ts';
import type { HttpFetch } from '#shared/ports.ts';
import { createRunBook } from '../../../relay/runs/run-book.ts';
import type { ServeOptions } from '../../../relay/serve.ts';
import type { SeededMember } from '../../fakes/relay/seeded-data.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';
import { startRun, watch } from '../predictions/fixture.ts';
import { type RelayFixture, startRelay } from './relay-fixture.ts';
import { isOnWorkers } from './runtime.ts';

const timing = { queueMs: 10, coldStartMs: 10, runMs: 40, archiveMs: 0 };
const photo = await readFile(new URL('../../fixtures/photos/rocket.jpg', import.meta.url));
const dataUrl = `data:image/jpeg;base64,${photo.toString('base64')}`;

type Options = Partial<ServeOptions> & { members?: readonly SeededMember[] };

async function relayOfTeam(options: Options = {}): Promise<{ standIn: StandIn; relay: RelayFixture }> {
  const standIn = await startStandIn({ timing, megapixels: 0.02 });
  onTestFinished(() => standIn.close());
  const { baseUrl: upstream, apiKey, deploymentId: deployment } = standIn;
  return { standIn, relay: await startRelay({ upstream, apiKey, deployment, ...options }) };
}

const post = (relay: RelayFixture, input: object, more: object = {}) =>
  relay.ask('/v1/predictions', { method: 'POST', body: JSON.stringify({ input, ...more }) });

type Prediction = {
  id: string;
  status: string;
  output: string | null;
  error: string | null;
  logs: string;
  input: Record<string, unknown>;
  metrics: { predict_time?: number };
  urls: { get: string; cancel: string };
};

async function ended(relay: RelayFixture, url: string): Promise<Prediction> {
  let seen: Prediction | null = null;
  const look = async () => {
    seen = (await (await relay.ask(new URL(url).pathname)).json()) as Prediction;
    return ['succeeded', 'failed', 'canceled'].includes(seen.status);
  };
  await expect.poll(look, { timeout: 15_000 }).toBe(true);
  return seen as unknown as Prediction;
}

/** As the roadmap has it, letter by letter. */
const roadmapCall = `curl -X POST \\
    -H "Authorization: Bearer YOUR_API_KEY" \\
    -H "Content-Type: application/json" \\
    -d '{
      "input": {
        "input_image": "data:image/jpeg;base64,BASE64_IMAGE",
        "prompt": "enhance with dramatic lighting",
        "strength": 0.8
      }
    }' \\
    https://api.comfydeploy.com/v1/predictions`;

/** What curl sends for it, with another host, key and picture. */
function callOf(command: string, { url, token }: RelayFixture): Promise<Response> {
  const filled = command
    .replace('https://api.comfydeploy.com', url)
    .replace('YOUR_API_KEY', token)
    .replace('BASE64_IMAGE', photo.toString('base64'));
  const headers = [...filled.matchAll(/-H "(.*?): (.*?)"/g)].map(([, name = '', value = '']) => [
    name,
    value,
  ]);
  const [, method = ''] = /-X (\w+)/.exec(filled) ?? [];
  const [, body = '', address = ''] = /-d '(.*?)' \\\s+(\S+)$/s.exec(filled) ?? [];
  return fetch(address, { method, headers: Object.fromEntries(headers), body });
}

test("answers the roadmap's own call, unchanged but for host and key", async () => {
  const { standIn, relay } = await relayOfTeam();
  const created = (await (await callOf(roadmapCall, relay)).json()) as Prediction;
  expect(created).toMatchObject({ status: 'starting', output: null, error: null });
  expect(created.urls.get).toBe(`${relay.url}/v1/predictions/${created.id}`);
  const done = await ended(relay, created.urls.get);
  expect(done).toMatchObject({ id: created.id, status: 'succeeded', error: null });
  expect(done.metrics.predict_time).toBeGreaterThan(0);
  expect((await fetch(done.output ?? '')).headers.get('content-type')).toBe('image/webp');
  const [entry, ...others] = standIn.ledger();
  expect(others).toEqual([]);
  expect(entry?.inputs).toMatchObject({ prompt: 'enhance with dramatic lighting', strength: 0.8 });
  expect(entry?.inputs.input_image).toContain(standIn.storageUrl);
  expect(entry?.inputs.seed).toBeGreaterThan(0);
  const [record] = await createRunBook(relay.data.database, Date.now).before(Number.MAX_SAFE_INTEGER, 9);
  expect(record).toMatchObject({ state: 'success', seconds: done.metrics.predict_time });
  expect(record?.costUsd).toBeGreaterThan(0);
});

/** As of a page of the extension: a browser adds its origin to each POST. */
const extensionFetch: HttpFetch = (url, init = {}) => {
  const headers = new Headers(init.headers);
  if (init.method === 'POST') headers.set('Origin', 'chrome-extension://abcdefghijklmnopabcdefghijklmnop');
  return fetch(url, { ...init, headers });
};

function engineOf(relay: RelayFixture) {
  return createPredictionsEngine({
    baseUrl: relay.url,
    apiKey: relay.token,
    model: plainModel,
    tellsPreset: true,
    fetch: extensionFetch,
    clock: systemClock,
  });
}

test('serves the predictions engine of the extension', async () => {
  const { relay } = await relayOfTeam();
  const engine = engineOf(relay);
  expect((await engine.health()).state).toBe('up');
  const preset = 'Pencil & ink';
  const run = await watch(engine, await startRun(engine, { inputs: { strength: 0.5 }, preset }));
  expect(await createRunBook(relay.data.database, Date.now).before(Number.MAX_SAFE_INTEGER, 9)).toMatchObject(
    [{ preset }],
  );
  expect(run).toMatchObject({
    state: 'success',
    inputs: { prompt: 'a watercolour', seed: 7, strength: 0.5 },
  });
  const bytes = await engine.fetchOutput(run.output ?? { url: '', fileName: '' });
  expect(bytes.length).toBeGreaterThan(100);
});

test('lets that engine find the run whose answer was lost, cancel, and read why one failed', async () => {
  const { standIn, relay } = await relayOfTeam();
  const engine = engineOf(relay);
  const path = '/api/run/deployment/queue';
  standIn.faults.add({ match: { path }, action: { kind: 'dropAfter' } });
  const sentAtMs = Date.now();
  const lost = await startRun(engine, { nonce: 'lost' }).catch(toErrorData);
  expect(lost).toMatchObject({ code: 'uncertain' });
  const found = await engine.reconcile({ nonce: 'lost', sentAtMs });
  expect(found.state).toBe('found');
  if (found.state === 'found') expect((await watch(engine, found.runId)).state).toBe('success');
  expect(standIn.ledger()).toHaveLength(1);
  expect(await engine.reconcile({ nonce: 'never', sentAtMs })).toEqual({ state: 'absent' });

  const logs = ['torch.OutOfMemoryError: CUDA out of memory'];
  standIn.faults.add({ match: { path }, action: { kind: 'runOutcome', outcome: 'failed', logs } });
  const failing = await startRun(engine, { nonce: 'failing' });
  expect((await watch(engine, failing)).state).toBe('failed');
  expect(await engine.failureReason(failing)).toContain('out of memory');

  standIn.setTiming({ queueMs: 60_000 });
  const waiting = await startRun(engine, { nonce: 'waiting' });
  await engine.cancel(waiting);
  expect((await engine.get(waiting)).state).toBe('cancelled');
});

test('fits values into the workflow’s own inputs, and says what has no place in it', async () => {
  const { standIn, relay } = await relayOfTeam();
  await post(relay, { input_image: dataUrl, prompt: 'x', strength: 7, seed: 0 });
  expect(standIn.ledger()[0]?.inputs).toMatchObject({ strength: 1, seed: 1 });
  const plain = await post(
    relay,
    { input_image: dataUrl, prompt: 'x', strength: 0.5 },
    { version: standIn.plainDeploymentId },
  );
  expect(await plain.json()).toMatchObject({ logs: expect.stringContaining('strength was left out') });
});

test.each([
  ['no picture', { prompt: 'x' }, /a data URL or an https address/],
  ['a data URL that is none', { input_image: 'data:image/jpeg;base64,BASE64_IMAGE' }, /input_image/],
  ['what is no picture', { input_image: 'data:text/html;base64,PGh0bWw+' }, /not a PNG or JPEG/],
  ['an input of no such name', { input_image: dataUrl, promt: 'x' }, /input\.promt: .*prompt/],
  ['a prompt that is no text', { input_image: dataUrl, prompt: 3 }, /input\.prompt/],
  ['a plain http address', { input_image: 'http://example.com/a.png' }, /https/],
  ['a file', { input_image: 'file:///etc/passwd' }, /https/],
])('refuses %s, before anything is spent', async (_what, input, sentence) => {
  const { standIn, relay } = await relayOfTeam();
  const answer = await post(relay, input);
  expect(answer.status).toBe(422);
  expect(((await answer.json()) as { detail: string }).detail).toMatch(sentence);
  expect(standIn.ledger()).toEqual([]);
});

test('asks which deployment where that is open, and keeps members to theirs', async () => {
  const { standIn, relay } = await relayOfTeam({ deployment: undefined });
  const open = await post(relay, { input_image: dataUrl });
  expect([open.status, await open.json()]).toMatchObject([422, { detail: expect.stringMatching(/Which/) }]);
  const limited = await relayOfTeam({
    deployment: standIn.deploymentId,
    members: [{ name: 'Ada', deployments: [standIn.plainDeploymentId] }],
  });
  const own = await post(limited.relay, { input_image: dataUrl, prompt: 'x' });
  expect([own.status, await own.json()]).toMatchObject([201, { version: standIn.plainDeploymentId }]);
  const other = await post(limited.relay, { input_image: dataUrl }, { version: standIn.deploymentId });
  expect(other.status).toBe(403);
});

test('shows a prediction to whoever made it, and to admins', async () => {
  const members = [{ name: 'Ada' }, { name: 'Joan' }, { name: 'Grace', role: 'admin' as const }];
  const { relay } = await relayOfTeam({ members });
  const { id } = (await (await post(relay, { input_image: dataUrl, prompt: 'x' })).json()) as Prediction;
  const path = `/v1/predictions/${id}`;
  expect((await relay.askAs('Joan')(path)).status).toBe(404);
  expect((await relay.askAs('Joan')(`${path}/cancel`, { method: 'POST' })).status).toBe(404);
  expect((await relay.askAs('Grace')(path)).status).toBe(200);
  const listAs = async (name: string) =>
    ((await (await relay.askAs(name)('/v1/predictions')).json()) as { results: Prediction[] }).results;
  expect((await listAs('Ada')).map((one) => one.id)).toEqual([id]);
  expect(await listAs('Joan')).toEqual([]);
});

test.each([
  ['the extension', 'chrome-extension://abcdefghijklmnopabcdefghijklmnop'],
  ['a browser tool', 'https://tool.example.com'],
  ['a plugin', 'null'],
])('leads back to itself, not to where %s comes from', async (_who, Origin) => {
  const { relay } = await relayOfTeam();
  const body = JSON.stringify({ input: { input_image: dataUrl, prompt: 'x' } });
  const made = await relay.ask('/v1/predictions', { method: 'POST', body, headers: { Origin } });
  const { id, urls } = (await made.json()) as Prediction;
  const get = `${relay.url}/v1/predictions/${id}`;
  expect(urls).toEqual({ get, cancel: `${get}/cancel` });
  if (isOnWorkers()) return;
  const behindProxy = { method: 'POST', headers: { Origin, 'X-Forwarded-Proto': 'https' } };
  const cancelled = await relay.ask(`/v1/predictions/${id}/cancel`, behindProxy);
  expect(((await cancelled.json()) as Prediction).urls.get).toBe(get.replace('http:', 'https:'));
});

test('starts no more runs in a minute than a member may, when all are asked for at once', async () => {
  const { standIn, relay } = await relayOfTeam({ limits: { runsPerMinute: 2 } });
  const answers = await Promise.all(
    Array.from({ length: 5 }, () => post(relay, { input_image: dataUrl, prompt: 'x' })),
  );
  const statuses = answers.map(({ status }) => status);
  expect(statuses.toSorted()).toEqual([201, 201, 429, 429, 429]);
  expect(standIn.ledger()).toHaveLength(2);
});
