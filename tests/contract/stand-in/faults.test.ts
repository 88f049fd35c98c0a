import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { FaultAction } from '../../stand-in/faults/rule.ts';
import { byHand, type Client, startClient } from './harness.ts';

let client: Client;
beforeEach(async () => {
  client = await startClient({ timing: byHand });
});
afterEach(() => client.standIn.close());

const onQueue = { method: 'POST', path: '/api/run/deployment/queue' };
const fail = (action: FaultAction) => client.standIn.faults.add({ match: onQueue, action });
const ledgerSize = () => client.standIn.ledger().length;
const settled = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    () => 'lost',
  );

describe('a fault', () => {
  it('answers in place of the route, once', async () => {
    fail({ kind: 'status', status: 502, html: '<h1>Bad Gateway</h1>' });
    const post = { method: 'POST', body: 'x'.repeat(100_000) };
    const response = await fetch(`${client.standIn.baseUrl}/run/deployment/queue`, post);
    expect([response.status, response.headers.get('content-type'), await response.text()]).toEqual([
      502,
      'text/html; charset=utf-8',
      '<h1>Bad Gateway</h1>',
    ]);
    expect(ledgerSize()).toBe(0);
    await client.queue({});
    expect(ledgerSize()).toBe(1);
  });

  it('answers JSON with headers of its own', async () => {
    const json = { detail: 'Too many requests' };
    fail({ kind: 'status', status: 429, json, headers: { 'retry-after': '7' } });
    const response = await fetch(`${client.standIn.baseUrl}/run/deployment/queue`, { method: 'POST' });
    expect([response.status, response.headers.get('retry-after'), await response.json()]).toEqual([
      429,
      '7',
      json,
    ]);
  });

  it('cuts the connection before the run exists', async () => {
    const fault = fail({ kind: 'drop' });
    expect(await settled(client.queue({}))).toBe('lost');
    await client.standIn.faults.hit(fault);
    expect(ledgerSize()).toBe(0);
  });

  it('cuts the connection after the run exists: the answer is lost, the money is not', async () => {
    fail({ kind: 'dropAfter' });
    expect(await settled(client.queue({ restyle_nonce: 'n-7' }))).toBe('lost');
    expect(client.standIn.ledger().map(({ inputs }) => inputs.restyle_nonce)).toEqual(['n-7']);
  });

  it('holds a request before handling it', async () => {
    const fault = fail({ kind: 'holdBefore' });
    const work = client.queue({});
    await client.standIn.faults.hit(fault);
    expect(ledgerSize()).toBe(0);
    client.standIn.faults.release(fault);
    await work;
    expect(ledgerSize()).toBe(1);
  });

  it('holds the answer after handling', async () => {
    const fault = fail({ kind: 'holdAfter' });
    const work = client.queue({});
    await client.standIn.faults.hit(fault);
    expect(ledgerSize()).toBe(1);
    client.standIn.faults.release(fault);
    expect(await work).toBe(client.standIn.ledger()[0]?.runId);
  });

  it('never answers, until the client gives up', async () => {
    const fault = fail({ kind: 'hang' });
    const giveUp = new AbortController();
    const { baseUrl } = client.standIn;
    const work = fetch(`${baseUrl}/run/deployment/queue`, {
      method: 'POST',
      body: '{}',
      signal: giveUp.signal,
    });
    const outcome = settled(work);
    await client.standIn.faults.hit(fault);
    giveUp.abort();
    expect(await outcome).toBe('lost');
    expect(ledgerSize()).toBe(0);
  });

  it('delays', async () => {
    fail({ kind: 'delay', delayMs: 60 });
    const startedMs = performance.now();
    await client.queue({});
    expect(performance.now() - startedMs).toBeGreaterThanOrEqual(55);
  });

  it('ends a body half way, on the storage too', async () => {
    const url = await client.upload(new Uint8Array(100_000), 'a.png');
    client.standIn.faults.add({ match: { path: '/inputs/' }, action: { kind: 'truncate' } });
    expect(await settled(fetch(url).then((response) => response.arrayBuffer()))).toBe('lost');
    expect((await (await fetch(url)).arrayBuffer()).byteLength).toBe(100_000);
  });

  it('meets what it matches, as often as it should', async () => {
    const { faults } = client.standIn;
    const action: FaultAction = { kind: 'status', status: 503 };
    const fault = faults.add({ match: { path: '^/api/run/[0-9a-f-]+$' }, times: 2, action });
    const get = async (path: string) => (await fetch(client.standIn.baseUrl + path)).status;
    const both = faults.hit(fault, 2);
    expect([await get('/run/0-a'), await get('/run/0-a/cancel'), await get('/run/b')]).toEqual([
      503, 401, 503,
    ]);
    await both;
    expect(await get('/run/b')).toBe(401);
    faults.add({ times: 'always', action });
    expect([await get('/'), await get('/deployments')]).toEqual([503, 503]);
    faults.clear();
    expect(await get('/deployments')).toBe(401);
  });
});

describe('over HTTP', () => {
  const control = (path: string, init?: RequestInit) =>
    fetch(client.standIn.ledgerUrl.replace('/ledger', path), init).then((response) => response.json());
  const post = (path: string, body: unknown) => control(path, { method: 'POST', body: JSON.stringify(body) });

  it('takes rules, tells when one was hit and lets go', async () => {
    const fault = (await post('/faults', { match: onQueue, action: { kind: 'holdAfter' } })) as {
      id: string;
    };
    const hit = control(`/faults/${fault.id}/hit`);
    const work = client.queue({});
    expect(await hit).toMatchObject({ id: fault.id, hits: 1 });
    await post(`/faults/${fault.id}/release`, {});
    await work;
    expect(await control('/faults')).toMatchObject([{ hits: 1 }]);
    await control('/faults', { method: 'DELETE' });
    expect(await control('/faults')).toEqual([]);
  });

  it('refuses what is no rule', async () => {
    expect(await post('/faults', { action: { kind: 'explode' } })).toHaveProperty('detail');
  });

  it('sets the timing, moves the clock and counts requests', async () => {
    await post('/timing', { queueMs: 500_000 });
    const id = await client.queue({});
    await post('/fast-forward', { byMs: 500_000 });
    await client.until(id, ({ status }) => status === 'queued');
    const counts = (await control('/requests')) as Record<string, number>;
    expect(counts).toEqual(client.standIn.requests());
    expect(counts['POST /api/run/deployment/queue']).toBe(1);
    expect(counts[`GET /api/run/${id}`]).toBeGreaterThan(0);
    expect(Object.keys(counts).some((name) => name.includes('ledger'))).toBe(false);
  });
});
