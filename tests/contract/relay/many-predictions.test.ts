import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { nodeFetch } from '../../../relay/node/node-fetch.ts';
import { startStandIn } from '../../stand-in/stand-in.ts';
import { deferred, startRelay } from './relay-fixture.ts';

const photo = await readFile(new URL('../../fixtures/photos/rocket.jpg', import.meta.url));
const input = { input_image: `data:image/jpeg;base64,${photo.toString('base64')}`, prompt: 'x' };

test('holds the pictures of eight predictions at once, and serves the others after them', async () => {
  const standIn = await startStandIn({
    timing: { queueMs: 10, coldStartMs: 10, runMs: 40, archiveMs: 0 },
    megapixels: 0.02,
  });
  onTestFinished(() => standIn.close());
  let [underWay, most] = [0, 0];
  const go = deferred<void>();
  const fetch: typeof nodeFetch = async (url, init) => {
    if (!url.endsWith('/file/upload')) return nodeFetch(url, init);
    underWay += 1;
    most = Math.max(most, underWay);
    await go.promise;
    return nodeFetch(url, init).finally(() => {
      underWay -= 1;
    });
  };
  const { baseUrl: upstream, apiKey, deploymentId: deployment } = standIn;
  const relay = await startRelay({ upstream, apiKey, deployment, fetch });
  const init = { method: 'POST', body: JSON.stringify({ input }) };
  const answers = Array.from({ length: 12 }, () => relay.ask('/v1/predictions', init));
  await expect.poll(() => underWay, { timeout: 15_000 }).toBe(8);
  // Whoever waits for a place keeps nobody else from being served.
  expect((await relay.ask('/v1/predictions')).status).toBe(200);
  go.resolve();
  expect(new Set((await Promise.all(answers)).map(({ status }) => status))).toEqual(new Set([201]));
  expect(most).toBe(8);
  expect(standIn.ledger()).toHaveLength(12);
});

test('keeps no place for callers who go away in the midst of what they send', async () => {
  const standIn = await startStandIn({ megapixels: 0.02 });
  onTestFinished(() => standIn.close());
  const { baseUrl: upstream, apiKey, deploymentId: deployment } = standIn;
  const relay = await startRelay({ upstream, apiKey, deployment });
  const body = JSON.stringify({ input });
  const headers = { Authorization: `Bearer ${relay.token}`, 'Content-Length': body.length };
  const leavers = Array.from({ length: 10 }, () => {
    const outgoing = request(`${relay.url}/v1/predictions`, { method: 'POST', headers });
    outgoing.on('error', () => {}).write(body.slice(0, body.length / 2));
    return outgoing;
  });
  // As long as eight of them have a place, this one waits.
  const staying = relay.ask('/v1/predictions', { method: 'POST', body });
  await Promise.all(leavers.map((leaver) => leaver.socket ?? once(leaver, 'socket')));
  for (const leaver of leavers) leaver.destroy();
  expect((await staying).status).toBe(201);
  expect((await relay.ask('/v1/predictions', { method: 'POST', body })).status).toBe(201);
  expect(standIn.ledger()).toHaveLength(2);
});
