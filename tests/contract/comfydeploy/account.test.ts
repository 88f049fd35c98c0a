import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { readAccount } from '#shared/engines/comfydeploy/account.ts';
import { systemClock } from '#shared/platform.ts';
import { type Client, isFinal, startClient } from '../stand-in/harness.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterEach(() => client.standIn.faults.clear());
afterAll(() => client.standIn.close());

const read = (apiKey: string) =>
  readAccount({ baseUrl: client.standIn.baseUrl, apiKey, fetch: globalThis.fetch, clock: systemClock });

function refuse(path: string, status: number, detail: string) {
  client.standIn.faults.add({
    match: { path },
    times: 'always',
    action: { kind: 'status', status, json: { detail } },
  });
}

it('tells what is left and what this month has cost, from free reads', async () => {
  client.standIn.setTiming({ runMs: 60 });
  await client.until(await client.queue({}), isFinal);
  const before = client.standIn.ledger().length;
  const { creditUsd, usedThisMonthUsd } = await read(client.standIn.apiKey);
  expect(creditUsd).toBe(23.5);
  expect(usedThisMonthUsd).toBeGreaterThan(0);
  expect(client.standIn.ledger()).toHaveLength(before);
  const { body } = await client.call('GET', '/platform/usage?start_time=2025-01-01T00:00:00Z');
  expect((body as { total_cost: number }).total_cost).toBeCloseTo(usedThisMonthUsd ?? 0, 6);
});

it('has an answer for each of the two that may not be read, and no error', async () => {
  refuse('/api/platform/autumn-data', 403, 'Access denied for requested operation');
  expect((await read(client.standIn.apiKey)).creditUsd).toBeNull();
  refuse('/api/platform/usage', 404, 'Not Found');
  expect(await read(client.standIn.apiKey)).toEqual({ creditUsd: null, usedThisMonthUsd: null });
});

it.each([
  ['revoked', 'unauthorized'],
  ['suspended', 'suspended'],
] as const)('says of a key that is %s what it is', async (key, code) => {
  await expect(read(client.standIn.keys[key])).rejects.toMatchObject({ code });
});

it('says at the start of a run that credit is missing, with no run made', async () => {
  const { body, status } = await client.call('POST', '/run/deployment/queue', {
    key: client.standIn.keys.noCredit,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ deployment_id: client.standIn.deploymentId }),
  });
  expect([status, JSON.stringify(body)]).toEqual([403, expect.stringContaining('credits')]);
  expect((await read(client.standIn.keys.noCredit)).creditUsd).toBe(1.2);
});
