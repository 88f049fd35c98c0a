import { request as httpRequest, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { createDeviceBook } from '../../../relay/members/device-book.ts';
import { answerJson } from './recording-server.ts';
import { startRelay, startServer, uuid } from './relay-fixture.ts';
import { onNodeOnly } from './runtime.ts';

async function relayWithUpstream() {
  const upstream = await startServer((incoming, outgoing) => answerJson(incoming, outgoing, { ok: true }));
  return { upstream, relay: await startRelay({ upstream: `${upstream.origin}/api` }) };
}

/** Sends the path as it is written; `fetch` would tidy it first. */
async function askRaw(origin: string, method: string, path: string, token: string) {
  const { hostname, port } = new URL(origin);
  const outgoing = httpRequest({
    hostname,
    port,
    method,
    path,
    headers: { Authorization: `Bearer ${token}` },
  });
  outgoing.end();
  const incoming = await new Promise<IncomingMessage>((resolve, reject) => {
    outgoing.once('response', resolve).once('error', reject);
  });
  return { status: incoming.statusCode, headers: incoming.headers, body: await text(incoming) };
}

const served = [
  ['POST', '/api/file/upload'],
  ['GET', `/api/deployment/${uuid}`],
  ['GET', `/api/deployment/${uuid}/runs?limit=60&offset=0`],
  ['GET', `/api/run/${uuid}?queue_position=true`],
  ['POST', `/api/run/${uuid}/cancel`],
  ['GET', `/api/v2/clickhouse-run-logs/${uuid}`],
  ['GET', '/api/platform/gpu-pricing'],
  ['GET', '/api/deployments?is_fluid=true&page_size=10&offset=0'],
] as const;

test.each(served)('passes on %s %s', async (method, path) => {
  const { upstream, relay } = await relayWithUpstream();
  const answer = await relay.ask(path, { method });
  expect(answer.status).toBe(200);
  expect(await answer.json()).toEqual({ ok: true });
  expect(upstream.requests.map((request) => `${request.method} ${request.url}`)).toEqual([
    `${method} ${path}`,
  ]);
});

const unlisted = [
  ['GET', '/'],
  ['GET', '/api/platform/user-settings'],
  ['GET', '/api/platform/api-keys'],
  ['POST', '/api/platform/api-keys'],
  ['POST', '/api/deployments'],
  ['POST', '/api/run'],
  ['POST', '/api/run/deployment/sync'],
  ['GET', '/api/run/deployment/queue'],
  ['DELETE', `/api/run/${uuid}`],
  ['PUT', '/api/file/upload'],
  ['HEAD', `/api/run/${uuid}`],
  ['GET', `/api/run/${uuid}/`],
  ['GET', '/api/run/1'],
  ['GET', `/api/run/${uuid}/../../platform/api-keys`],
  ['GET', `/api/run/${uuid}/%2e%2e/%2e%2e/platform/api-keys`],
  ['GET', `/api/run/${uuid}%2f..%2fplatform`],
  ['GET', `//api/run/${uuid}`],
  ['GET', `/API/run/${uuid}`],
  ['GET', `/api/run/${uuid}%00`],
  ['GET', `http://example.com/api/run/${uuid}`],
] as const;

test('answers 404 to everything else, and lets none of it reach ComfyDeploy', async () => {
  // The platform has parsed the address before a Worker sees it.
  onNodeOnly();
  const { upstream, relay } = await relayWithUpstream();
  for (const [method, path] of unlisted) {
    const answer = await askRaw(relay.url, method, path, relay.token);
    expect([answer.status, method, path]).toEqual([404, method, path]);
    if (method !== 'HEAD') expect(JSON.parse(answer.body)).toEqual({ detail: 'Not Found' });
    expect(answer.headers['access-control-allow-origin']).toBe('*');
  }
  expect(upstream.requests).toEqual([]);
  expect(new Set(relay.log.map((entry) => entry.path))).toEqual(new Set(['unlisted']));
});

test('answers 400 to a method that the web forbids', async () => {
  onNodeOnly();
  const { upstream, relay } = await relayWithUpstream();
  const answer = await askRaw(relay.url, 'TRACE', `/api/run/${uuid}`, relay.token);
  expect(answer.status).toBe(400);
  expect(answer.headers['access-control-allow-origin']).toBe('*');
  expect(JSON.parse(answer.body)).toMatchObject({ code: 'invalid-input' });
  expect(upstream.requests).toEqual([]);
});

test('drops query parameters it does not know, such as a key', async () => {
  const { upstream, relay } = await relayWithUpstream();
  await relay.ask(`/api/run/${uuid}?cd_token=stolen&queue_position=true&x=1`);
  expect(upstream.requests[0]?.url).toBe(`/api/run/${uuid}?queue_position=true`);
});

test.each([
  ['none', ''],
  ['empty', 'Bearer '],
  ['unknown', 'Bearer restyle_unknown'],
  ['of another scheme', 'Basic cmVzdHlsZQ=='],
  ['the API key', 'Bearer eyJhbGciOiJIUzI1NiJ9.canary-of-the-relay.signature'],
])('refuses a token that is %s', async (_kind, authorization) => {
  const { upstream, relay } = await relayWithUpstream();
  for (const path of [`/api/run/${uuid}`, `/picture?url=${upstream.origin}/a.png`]) {
    const answer = await relay.ask(path, { headers: { Authorization: authorization } });
    expect(answer.status).toBe(401);
    expect(await answer.json()).toMatchObject({ code: 'unauthorized', detail: expect.any(String) });
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  }
  expect(upstream.requests).toEqual([]);
});

test('refuses a device from the moment it is revoked, and the person’s others not', async () => {
  const { relay } = await relayWithUpstream();
  const devices = createDeviceBook(relay.data.database, Date.now);
  const caller = await devices.callerOf(relay.token);
  const other = await devices.add(caller?.id ?? '', 'Another');
  const statusOf = async (token: string) =>
    (await relay.ask(`/api/run/${uuid}`, { headers: { Authorization: `Bearer ${token}` } })).status;
  expect(await statusOf(relay.token)).toBe(200);
  await devices.revoke({ memberId: caller?.id ?? '', deviceId: caller?.deviceId ?? '' });
  expect(await statusOf(relay.token)).toBe(401);
  expect(await statusOf(other)).toBe(200);
});

test('tells each member apart', async () => {
  const upstream = await startServer((incoming, outgoing) => answerJson(incoming, outgoing, {}));
  const names = ['Ada', 'Grace', 'Joan'];
  const members = names.map((name) => ({ name }));
  const relay = await startRelay({ upstream: upstream.origin, members });
  for (const name of names) await relay.askAs(name)(`/api/run/${uuid}`);
  await expect.poll(() => relay.log.map((entry) => entry.member)).toEqual(names);
});

test('answers a preflight of origin null without a token', async () => {
  const { upstream, relay } = await relayWithUpstream();
  const answer = await fetch(`${relay.url}/api/run/deployment/queue`, {
    method: 'OPTIONS',
    headers: {
      Origin: 'null',
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
  });
  expect(answer.status).toBe(204);
  expect(answer.headers.get('access-control-allow-origin')).toBe('*');
  expect(answer.headers.get('access-control-allow-methods')).toBe('GET, POST, OPTIONS');
  expect(answer.headers.get('access-control-allow-headers')).toBe('Authorization, Content-Type');
  expect(Number(answer.headers.get('access-control-max-age'))).toBeGreaterThan(0);
  expect(upstream.requests).toEqual([]);
});

test('says without a token that it is here, and which version', async () => {
  const relay = await startRelay({ upstream: 'http://127.0.0.1:9/api' });
  const answer = await fetch(`${relay.url}/health`);
  expect(await answer.json()).toEqual({ status: 'ok', relay: 'restyle', version: manifest.version });
  expect(answer.headers.get('cache-control')).toBe('no-store');
});
