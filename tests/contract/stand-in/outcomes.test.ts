import { afterAll, beforeAll, expect, it } from 'vitest';
import type { ScriptedOutcome } from '../../stand-in/faults/rule.ts';
import { type Client, isFinal, pictureUrl, type RunView, startClient } from './harness.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.standIn.close());

type Ended = RunView & { id: string };

async function runTo(outcome: ScriptedOutcome | null, logs?: string[]): Promise<Ended> {
  const action = { kind: 'runOutcome' as const, ...(logs === undefined ? {} : { logs }) };
  if (outcome !== null) client.standIn.faults.add({ action: { ...action, outcome } });
  const id = await client.queue({ prompt: 'blueprint', seed: 3 });
  return { ...(await client.until(id, isFinal)), id };
}

const logsOf = async (id: string) => {
  const { body } = await client.call('GET', `/v2/clickhouse-run-logs/${id}`);
  return (body as { log: string }[]).map(({ log }) => log).join('\n');
};

it('fails without a word, except in the log', async () => {
  const run = await runTo('failed');
  expect(run).toMatchObject({ status: 'failed', outputs: [] });
  expect(JSON.stringify(run)).not.toContain('CUDA');
  expect(await logsOf(run.id)).toContain('torch.OutOfMemoryError: CUDA out of memory');
  expect(await logsOf((await runTo('failed', ['Node not found: Foo'])).id)).toBe('Node not found: Foo');
});

it('has logs only once they are archived', async () => {
  client.standIn.setTiming({ archiveMs: 5000 });
  const run = await runTo('failed');
  expect(await logsOf(run.id)).toBe('');
  client.standIn.fastForward(5000);
  expect(await logsOf(run.id)).toContain('CUDA');
  client.standIn.setTiming({ archiveMs: 0 });
});

it('times out, or succeeds with nothing', async () => {
  expect((await runTo('timeout')).status).toBe('timeout');
  expect(await runTo('no-outputs')).toMatchObject({ status: 'success', outputs: [] });
});

it('succeeds with several outputs, the wanted one not first', async () => {
  const { outputs, ...run } = await runTo('many-outputs');
  expect(outputs.map(({ data }) => Object.keys(data)[0])).toEqual(['text', 'images', 'images', 'mesh']);
  expect(outputs.map(({ output_id }) => output_id).indexOf('output_image')).toBe(2);
  expect((await fetch(pictureUrl({ ...run, outputs }))).headers.get('content-type')).toBe('image/webp');
});

it('serves a page where the picture should be', async () => {
  const response = await fetch(pictureUrl(await runTo('html-output')));
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html']);
});

it('signs links to private outputs for an hour', async () => {
  const run = await runTo('presigned-output');
  const url = pictureUrl(run);
  expect((await fetch(url)).status).toBe(200);
  expect((await fetch(url.split('?')[0] ?? '')).status).toBe(403);
  client.standIn.fastForward(3601_000);
  expect((await fetch(url)).status).toBe(403);
  expect((await fetch(pictureUrl(await client.run(run.id)))).status).toBe(200);
});

it('hands out an expired link until it was tried; looking at the run again then helps', async () => {
  const run = await runTo('expired-output');
  const again = pictureUrl(await client.run(run.id));
  const response = await fetch(again);
  expect([response.status, await response.text()]).toEqual([
    403,
    expect.stringContaining('Request has expired'),
  ]);
  expect((await fetch(pictureUrl(await client.run(run.id)))).status).toBe(200);
});
