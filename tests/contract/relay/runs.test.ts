import { expect, onTestFinished, test } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { systemClock as clock } from '#shared/platform.ts';
import { nodeFetch } from '../../../relay/node/node-fetch.ts';
import { createRelay } from '../../../relay/relay.ts';
import { createRunBook } from '../../../relay/runs/run-book.ts';
import { readUsage } from '../../../relay/runs/usage.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';
import { cookieOf } from './forms.ts';
import { nullOriginFetch } from './null-origin-fetch.ts';
import { answerJson } from './recording-server.ts';
import { type RelayFixture, startRelay, startServer, uuid } from './relay-fixture.ts';

const timing = { queueMs: 10, coldStartMs: 10, runMs: 40, archiveMs: 0 };
const queuePath = '/api/run/deployment/queue';

async function comfyDeploy(): Promise<StandIn> {
  const standIn = await startStandIn({ timing, megapixels: 0.02 });
  onTestFinished(() => standIn.close());
  return standIn;
}

function queue(deploymentId: string, inputs: Record<string, unknown> = {}, more = {}) {
  return {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ deployment_id: deploymentId, inputs, ...more }),
  };
}

const recordsOf = ({ data }: RelayFixture) =>
  createRunBook(data.database, Date.now).before(Number.MAX_SAFE_INTEGER, 100);

/** The same data, looked at by a relay that finds it later at each look. */
function laterRelay({ data }: RelayFixture, { baseUrl: upstream, apiKey }: StandIn) {
  let aheadMs = 0;
  const clock = {
    nowMs: () => Date.now() + aheadMs,
    monotonicMs: () => performance.now(),
    sleep: async () => {},
  };
  const relay = createRelay({ ...data, upstream, apiKey, fetch: nodeFetch, publicFetch: nodeFetch, clock });
  return {
    async settle(): Promise<void> {
      aheadMs += 11 * 60_000;
      await relay.settleDue();
    },
  };
}

test('records every run with who asked, what for, seconds and cost, though nobody looks', async () => {
  const standIn = await comfyDeploy();
  const { apiKey, baseUrl: upstream, deploymentId } = standIn;
  const relay = await startRelay({ upstream, apiKey, members: [{ name: 'Ada' }, { name: 'Grace' }] });
  const inputs = { prompt: 'in oil', restyle_nonce: 'n-1' };
  const answer = await relay.ask(queuePath, queue(deploymentId, inputs));
  expect(answer.status).toBe(200);
  const { run_id: runId } = (await answer.json()) as { run_id: string };
  await relay.askAs('Grace')(queuePath, queue(deploymentId));
  const records = await recordsOf(relay);
  expect(records).toMatchObject([{ state: 'started' }, { nonce: 'n-1', runId }]);
  expect(JSON.stringify(records)).not.toContain('in oil');
  const statesOf = async () => (await recordsOf(relay)).map(({ state }) => state);
  const later = laterRelay(relay, standIn);
  const settledStates = () => later.settle().then(statesOf);
  await expect.poll(settledStates, { timeout: 15_000 }).toEqual(['success', 'success']);
  const usage = await readUsage(relay.data.database, 0);
  expect(usage.map(({ name, runs, succeeded }) => [name, runs, succeeded])).toEqual(
    expect.arrayContaining([
      ['Ada', 1, 1],
      ['Grace', 1, 1],
    ]),
  );
  for (const { seconds, costUsd } of usage) {
    expect(seconds).toBeGreaterThan(0);
    expect(costUsd).toBeGreaterThan(0);
  }
});

test('records the preset that a client names in the address, which ComfyDeploy and the log never see', async () => {
  const upstream = await startServer((incoming, outgoing) =>
    answerJson(incoming, outgoing, { run_id: crypto.randomUUID() }),
  );
  const members = [{ name: 'Ada' }, { name: 'Grace', role: 'admin' as const }];
  const relay = await startRelay({ upstream: `${upstream.origin}/api`, members });
  // As the plugin asks: of what its browser would ask leave for first, there is only what every relay allows.
  const place = { baseUrl: `${relay.url}/api`, apiKey: relay.token, deploymentId: uuid, tellsPreset: true };
  const engine = createComfyDeployEngine({ ...place, fetch: nullOriginFetch, clock });
  const names = ['水彩 · Ada’s own', 'x'.repeat(100), '\ud800'];
  for (const name of names) await engine.start({ inputs: {}, nonce: name, preset: name });
  await relay.ask(`${queuePath}?preset=%20`, queue(uuid));
  const presets = (await recordsOf(relay)).map(({ preset }) => preset);
  expect(presets.toReversed()).toEqual([names[0], 'x'.repeat(80), null, null]);
  for (const kept of [upstream.requests, relay.log])
    expect(JSON.stringify(kept)).not.toMatch(/preset|Ada’s/i);
  const page = await fetch(`${relay.url}/admin/runs`, { headers: cookieOf(relay, 'Grace') });
  expect(await page.text()).toContain(names[0]);

  const direct = { baseUrl: upstream.origin, apiKey: 'a-key', deploymentId: uuid, fetch, clock };
  await createComfyDeployEngine(direct).start({ inputs: {}, nonce: 'n', preset: 'Watercolour' });
  expect(upstream.requests.at(-1)?.url).toBe('/run/deployment/queue');
});

test('finds the run whose answer was lost, and says of one that never was that it is absent', async () => {
  const standIn = await comfyDeploy();
  const { apiKey, baseUrl: upstream, deploymentId } = standIn;
  const relay = await startRelay({ upstream, apiKey });
  const lost = async (nonce: string, kind: 'dropAfter' | 'drop') => {
    standIn.faults.add({ match: { path: queuePath }, action: { kind } });
    const answer = await relay.ask(queuePath, queue(deploymentId, { restyle_nonce: nonce }));
    expect(await answer.json()).toMatchObject({ code: 'uncertain' });
  };
  await lost('made', 'dropAfter');
  await lost('not-made', 'drop');
  expect((await recordsOf(relay)).map(({ state }) => state)).toEqual(['asked', 'asked']);
  const later = laterRelay(relay, standIn);
  const settled = async () => {
    await later.settle();
    return Object.fromEntries((await recordsOf(relay)).map(({ nonce, state }) => [nonce, state]));
  };
  await expect.poll(settled, { timeout: 15_000 }).toEqual({ made: 'success', 'not-made': 'absent' });
  expect(standIn.ledger()).toHaveLength(1);
});

test('knows that what ComfyDeploy refused was no run, and passes its words on', async () => {
  const standIn = await comfyDeploy();
  const { apiKey, baseUrl: upstream, deploymentId } = standIn;
  const relay = await startRelay({ upstream, apiKey });
  const body = { detail: 'Insufficient credit' };
  standIn.faults.add({ match: { path: queuePath }, action: { kind: 'status', status: 402, json: body } });
  const answer = await relay.ask(queuePath, queue(deploymentId));
  expect([answer.status, await answer.json()]).toEqual([402, body]);
  expect(await recordsOf(relay)).toMatchObject([{ state: 'refused', runId: null }]);
  expect(await readUsage(relay.data.database, 0)).toEqual([]);
});

test('lets a member run, read and list the deployments that are theirs, and no others', async () => {
  const standIn = await comfyDeploy();
  const { apiKey, baseUrl: upstream, deploymentId, plainDeploymentId } = standIn;
  const members = [{ name: 'Ada' }, { name: 'Joan', deployments: [deploymentId] }];
  const relay = await startRelay({ upstream, apiKey, members });
  const joan = relay.askAs('Joan');
  const ran = await relay.ask(queuePath, queue(plainDeploymentId));
  const { run_id: runId } = (await ran.json()) as { run_id: string };
  for (const [path, init] of [
    [`/api/deployment/${plainDeploymentId}`],
    [`/api/deployment/${plainDeploymentId}/runs`],
    [queuePath, queue(plainDeploymentId)],
    [`/api/run/${runId}`],
    [`/api/run/${runId}/cancel`, { method: 'POST' }],
  ] as const) {
    const answer = await joan(path, init);
    expect([path, answer.status]).toEqual([path, 403]);
    expect(await answer.json()).toMatchObject({ code: 'forbidden' });
  }
  expect((await joan(`/api/deployment/${deploymentId}`)).status).toBe(200);
  expect((await joan(queuePath, queue(deploymentId))).status).toBe(200);
  const list = (path: string) => joan(path).then((answer) => answer.json());
  expect(await list('/api/deployments?is_fluid=true&page_size=10&offset=0')).toMatchObject([
    { id: deploymentId },
  ]);
  expect(await list('/api/deployments?is_fluid=false&page_size=10&offset=0')).toEqual([]);
  expect(standIn.ledger()).toHaveLength(2);
});

test('lets nobody cancel what another has started, but an admin', async () => {
  const standIn = await comfyDeploy();
  standIn.setTiming({ queueMs: 60_000 });
  const { apiKey, baseUrl: upstream, deploymentId } = standIn;
  const members = [{ name: 'Ada' }, { name: 'Joan' }, { name: 'Grace', role: 'admin' as const }];
  const relay = await startRelay({ upstream, apiKey, members });
  const started = await relay.ask(queuePath, queue(deploymentId));
  const { run_id: runId } = (await started.json()) as { run_id: string };
  const cancelAs = async (name: string) =>
    (await relay.askAs(name)(`/api/run/${runId}/cancel`, { method: 'POST' })).status;
  expect(await cancelAs('Joan')).toBe(403);
  expect((await relay.askAs('Joan')(`/api/run/${runId}`)).status).toBe(200);
  expect(await cancelAs('Grace')).toBe(200);
});

test('stops a member who starts too many runs in a minute, before anything is asked for', async () => {
  const standIn = await comfyDeploy();
  const { apiKey, baseUrl: upstream, deploymentId } = standIn;
  const members = [{ name: 'Ada' }, { name: 'Joan' }];
  const relay = await startRelay({ upstream, apiKey, members, limits: { runsPerMinute: 2 } });
  const statuses = [];
  for (let run = 0; run < 3; run += 1) {
    statuses.push((await relay.ask(queuePath, queue(deploymentId))).status);
  }
  expect(statuses).toEqual([200, 200, 429]);
  expect((await relay.askAs('Joan')(queuePath, queue(deploymentId))).status).toBe(200);
  expect(standIn.ledger()).toHaveLength(3);
});

test('stops a member who calls too often, and says for how long', async () => {
  const members = [{ name: 'Ada' }, { name: 'Joan' }];
  const relay = await startRelay({
    upstream: 'http://127.0.0.1:9/api',
    members,
    limits: { requestsPerMinute: 3 },
  });
  const picture = '/picture?url=x';
  for (let call = 0; call < 3; call += 1) expect((await relay.ask(picture)).status).toBe(400);
  const answer = await relay.ask(picture);
  expect([answer.status, await answer.json()]).toMatchObject([429, { code: 'rate-limited' }]);
  expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
  expect((await relay.askAs('Joan')(picture)).status).toBe(400);
});

test.each([
  ['hidden fields that start more than one run', { batch_number: 8 }],
  ['a run of no deployment', { deployment_id: undefined, workflow_id: 'x' }],
])('passes no %s', async (_what, more) => {
  const standIn = await comfyDeploy();
  const { apiKey, baseUrl: upstream, deploymentId } = standIn;
  const relay = await startRelay({ upstream, apiKey });
  const answer = await relay.ask(queuePath, queue(deploymentId, {}, more));
  expect(answer.status).toBe(400);
  expect(await answer.json()).toMatchObject({ code: 'invalid-input' });
  expect(standIn.ledger()).toEqual([]);
  expect(await recordsOf(relay)).toEqual([]);
});
