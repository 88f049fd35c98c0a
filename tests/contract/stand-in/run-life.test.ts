import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { problemsOfAnswer } from '../../stand-in/openapi.ts';
import { byHand, type Client, isFinal, openApi, photo, postRun, startClient } from './harness.ts';

let client: Client;
afterEach(() => client.standIn.close());

it('goes through the stages one by one, and shows outputs only at success', async () => {
  client = await startClient({ timing: byHand });
  const { standIn, until } = client;
  const id = await client.queue({
    input_image: await client.upload(photo('coffee.png'), 'a.png'),
    prompt: 'neon',
  });
  const queued = await client.run(id);
  expect(queued).toMatchObject({
    status: 'not-started',
    progress: 0,
    live_status: null,
    outputs: [],
    ended_at: null,
  });

  standIn.fastForward(1e6);
  const cold = await until(id, ({ status }) => status !== 'not-started');
  expect(cold).toMatchObject({ status: 'queued', queued_at: expect.any(String), started_at: null });

  standIn.fastForward(1e6);
  expect((await until(id, ({ status }) => status !== 'queued')).status).toBe('started');

  standIn.fastForward(1e6);
  const running = await until(id, ({ status }) => status !== 'started');
  expect(running).toMatchObject({
    status: 'running',
    live_status: expect.stringMatching(/^Executing /),
    outputs: [],
  });

  standIn.fastForward(4e6);
  const sampling = await client.run(id);
  expect(sampling.live_status).toBe('Executing KSampler');
  expect(sampling.progress).toBeGreaterThan(running.progress);
  standIn.fastForward(1e6);
  expect((await client.run(id)).progress).toBe(sampling.progress);

  standIn.fastForward(4e6);
  const done = await until(id, isFinal);
  expect(done).toMatchObject({
    status: 'success',
    progress: 1,
    live_status: 'Executing ComfyDeployOutputImage',
  });
  expect(done.outputs.map(({ output_id }) => output_id)).toEqual(['output_image']);
  expect(done.run_duration).toBeCloseTo(1e4, -2);
  expect(done.ended_at).toMatch(/\.\d{6}Z$/);
});

it('works on two at once and lets the others wait, whose position is told only when asked', async () => {
  client = await startClient({ timing: { ...byHand, queueMs: 0 } });
  const ids = [
    await client.queue({}),
    await client.queue({}),
    await client.queue({}),
    await client.queue({}),
  ];
  const [first = '', second = '', third = '', fourth = ''] = ids;
  await client.until(second, ({ status }) => status === 'queued');
  expect((await client.run(first)).status).toBe('queued');
  expect((await client.run(fourth)).queue_position).toBeNull();
  expect((await client.run(fourth, '?queue_position=true')).queue_position).toBe(3);
  expect((await client.run(third)).status).toBe('not-started');

  expect((await client.call('POST', `/run/${first}/cancel`)).body).toEqual({
    status: 'success',
    message: 'Function cancelled',
  });
  await client.until(third, ({ status }) => status === 'queued');
  expect((await client.run(fourth)).status).toBe('not-started');
});

it('cancels for good, and says so again of a run that is over', async () => {
  client = await startClient({ timing: byHand });
  const id = await client.queue({});
  await client.call('POST', `/run/${id}/cancel`);
  const cancelled = await client.run(id);
  expect(cancelled).toMatchObject({ status: 'cancelled', ended_at: expect.any(String), outputs: [] });
  client.standIn.fastForward(1e9);
  expect((await client.call('POST', `/run/${id}/cancel`)).status).toBe(200);
  expect((await client.run(id)).ended_at).toBe(cancelled.ended_at);
  expect(client.standIn.ledger()[0]?.status).toBe('cancelled');
});

it('starts a warm container in a tenth of the time', async () => {
  client = await startClient({
    timing: { queueMs: 0, coldStartMs: 30_000, runMs: 0, archiveMs: 0 },
    concurrencyLimit: 1,
  });
  const first = await client.queue({});
  await client.until(first, ({ status }) => status === 'queued');
  client.standIn.fastForward(30_000);
  await client.until(first, isFinal);
  const second = await client.queue({});
  await client.until(second, ({ status }) => status === 'queued');
  client.standIn.fastForward(3_000);
  expect((await client.until(second, isFinal)).status).toBe('success');
});

/** A webhook that refuses the first call it gets, and what it was told. */
async function startHook() {
  const received: { method: string | undefined; body: string }[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    received.push({ method: request.method, body });
    response.writeHead(received.length === 1 ? 500 : 200).end();
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/?secret=1&target_events=run.output`;
  return { received, url, server };
}

it('tells a webhook of every change, unsigned, and retries as GET', async () => {
  client = await startClient();
  const hook = await startHook();
  const body = { deployment_id: client.standIn.deploymentId, webhook: hook.url };
  expect((await postRun(client.call, body)).status).toBe(200);
  const posted = () =>
    hook.received.filter(({ method }) => method === 'POST').map((call) => JSON.parse(call.body));
  await expect.poll(() => posted().length, { timeout: 10_000 }).toBe(5);
  await expect.poll(() => hook.received.map(({ method }) => method), { timeout: 10_000 }).toContain('GET');
  hook.server.close();
  const told = posted();
  expect(told.map(({ event_type, status }) => `${event_type} ${status}`).sort()).toEqual([
    'run.output success',
    'run.updated queued',
    'run.updated running',
    'run.updated started',
    'run.updated success',
  ]);
  const schema = { $ref: '#/components/schemas/WebhookBody' };
  const operation = { responses: { 200: { content: { 'application/json': { schema } } } } };
  const document = { ...openApi, paths: { '/hook': { post: operation } } };
  for (const item of told) {
    expect(problemsOfAnswer(document, { method: 'POST', path: '/hook', status: 200, body: item })).toEqual(
      [],
    );
  }
});
