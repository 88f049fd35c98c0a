import { readFile } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { expect, onTestFinished, test } from 'vitest';
import { toErrorData } from '#shared/errors/app-error.ts';
import { nodeFetch } from '../../../relay/node/node-fetch.ts';
import { createRunBook } from '../../../relay/runs/run-book.ts';
import { createKeyKeeper } from '../../../relay/upstream/key-keeper.ts';
import { createUpstream } from '../../../relay/upstream/upstream.ts';
import { seedData } from '../../fakes/relay/seeded-data.ts';
import { startStandIn } from '../../stand-in/stand-in.ts';
import { startRelay, startServer } from './relay-fixture.ts';

const queuePath = '/run/deployment/queue';
const photo = await readFile(new URL('../../fixtures/photos/rocket.jpg', import.meta.url));

/** A ComfyDeploy that starts each run and breaks off in the midst of saying so. */
async function breakingOff(headers: Record<string, string>, half: Uint8Array | string) {
  const timing = { queueMs: 10, coldStartMs: 10, runMs: 40, archiveMs: 0 };
  const standIn = await startStandIn({ timing, megapixels: 0.02 });
  onTestFinished(() => standIn.close());
  const line = await startServer(async (incoming, outgoing) => {
    await buffer(incoming);
    outgoing.writeHead(200, { 'Content-Type': 'application/json', ...headers }).write(half);
    setImmediate(() => outgoing.destroy());
  });
  const { baseUrl: upstream, apiKey, deploymentId } = standIn;
  const fetch: typeof nodeFetch = async (url, init) => {
    if (!url.endsWith(queuePath)) return nodeFetch(url, init);
    await (await nodeFetch(url, init)).body?.cancel();
    return nodeFetch(`${line.origin}/`, { method: 'POST' });
  };
  const relay = await startRelay({ upstream, apiKey, deployment: deploymentId, fetch });
  return { standIn, relay, deploymentId };
}

const post = (body: object) => ({ method: 'POST', body: JSON.stringify(body) });
const input_image = `data:image/jpeg;base64,${photo.toString('base64')}`;

test.each([
  ['in pieces', {}, '{"run_id":'],
  ['compressed', { 'Content-Encoding': 'gzip' }, gzipSync('{"run_id":"x"}').subarray(0, 15)],
  ['at its announced length', { 'Content-Length': '500' }, '{"run_id":'],
])('looks for the run whose answer, sent %s, breaks off', async (_how, headers, half) => {
  const { standIn, relay, deploymentId } = await breakingOff(headers, half);
  const calls = [
    ['/v1/predictions', post({ input: { input_image, prompt: 'x', restyle_nonce: 'one' } })],
    [`/api${queuePath}`, post({ deployment_id: deploymentId, inputs: { restyle_nonce: 'other' } })],
  ] as const;
  for (const [path, init] of calls) {
    const answer = await relay.ask(path, init);
    expect([path, answer.status, await answer.json()]).toMatchObject([path, 502, { code: 'uncertain' }]);
  }
  const records = await createRunBook(relay.data.database, Date.now).before(Number.MAX_SAFE_INTEGER, 9);
  expect(records.map(({ state }) => state)).toEqual(['asked', 'asked']);
  expect(standIn.ledger()).toHaveLength(2);
  const list = await relay.ask('/v1/predictions');
  const [made] = ((await list.json()) as { results: { id: string; input: object }[] }).results;
  expect(made?.input).toEqual({ restyle_nonce: 'one' });
  const found = (await (await relay.ask(`/v1/predictions/${made?.id}`)).json()) as { status: string };
  expect(found.status).not.toBe('failed');
});

test('leaves open what became of a paid call whose time is up', async () => {
  const timeUp = new AbortController();
  const silent = await startServer(() => timeUp.abort());
  const data = await seedData([]);
  onTestFinished(data.database.close);
  const key = createKeyKeeper({ ...data, apiKey: 'the-key' });
  const upstream = createUpstream({ upstream: silent.origin, fetch: nodeFetch, key });
  const init = { method: 'POST', signal: timeUp.signal };
  const codeOf = async (path: string) =>
    toErrorData(await upstream.fetch(silent.origin + path, init).catch((error: unknown) => error)).code;
  expect(await codeOf(queuePath)).toBe('uncertain');
  expect(silent.requests).toHaveLength(1);
});
