import { expect, test } from 'vitest';
import { canaryKey } from './canary-key.ts';
import { answerJson } from './recording-server.ts';
import { startRelay, startServer, uuid } from './relay-fixture.ts';

const queuePath = '/api/run/deployment/queue';
const queueCall = (secret: string) => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify({ deployment_id: uuid, inputs: { prompt: secret } }),
});

test("replaces the member's token by the key, and passes nothing else that tells who asks", async () => {
  const upstream = await startServer((incoming, outgoing) =>
    answerJson(incoming, outgoing, { run_id: uuid }),
  );
  const relay = await startRelay({ upstream: `${upstream.origin}/api` });
  await relay.ask(queuePath, { ...queueCall('a'), headers: { Cookie: '__session=1', 'X-Api-Key': 'other' } });
  const headers = upstream.requests[0]?.headers ?? {};
  expect(headers.authorization).toBe(`Bearer ${canaryKey}`);
  expect(JSON.stringify(headers)).not.toContain(relay.token);
  expect(headers).not.toHaveProperty('cookie');
  expect(headers).not.toHaveProperty('origin');
  expect(headers).not.toHaveProperty('x-api-key');
});

test('follows no redirect with the key', async () => {
  const elsewhere = await startServer((incoming, outgoing) => answerJson(incoming, outgoing, {}));
  const upstream = await startServer((incoming, outgoing) => {
    incoming.resume();
    outgoing.writeHead(307, { Location: `${elsewhere.origin}/api/run/deployment/queue` }).end();
  });
  const relay = await startRelay({ upstream: `${upstream.origin}/api` });
  for (const [path, init] of [[queuePath, queueCall('a')], [`/api/run/${uuid}`]] as const) {
    const answer = await relay.ask(path, init);
    expect(answer.status).toBe(502);
    expect(answer.headers.get('location')).toBeNull();
    expect(await answer.json()).toMatchObject({ code: 'unexpected-answer' });
  }
  expect(elsewhere.requests).toEqual([]);
});

test("says whose fault it is when ComfyDeploy refuses the relay's key", async () => {
  const upstream = await startServer((incoming, outgoing) =>
    answerJson(incoming, outgoing, { detail: 'Invalid or expired token' }, 401),
  );
  const relay = await startRelay({ upstream: `${upstream.origin}/api` });
  const answer = await relay.ask(queuePath, queueCall('a'));
  expect(answer.status).toBe(403);
  expect(await answer.json()).toMatchObject({
    code: 'forbidden',
    detail: expect.stringContaining("relay's API key"),
  });
});

test('lets key, token, query and body into no answer and no log, whatever goes wrong', async () => {
  const upstream = await startServer((incoming, outgoing) => {
    if (incoming.url?.includes('cancel')) outgoing.destroy();
    else void answerJson(incoming, outgoing, { detail: 'Run not found' }, 404);
  });
  const relay = await startRelay({ upstream: `${upstream.origin}/api`, pictureHosts: ['127.0.0.1'] });
  const down = await startRelay({ upstream: 'http://127.0.0.1:9/api', pictureHosts: ['*.example.com'] });
  const secret = 'a-secret-prompt';
  const answers = [];
  for (const { ask } of [relay, down]) {
    answers.push(await ask(queuePath, queueCall(secret)));
    answers.push(await ask(`/api/run/${uuid}?queue_position=${secret}`));
    answers.push(await ask(`/api/run/${uuid}/cancel`, { method: 'POST' }));
    answers.push(await ask(`/picture?url=${encodeURIComponent(`${upstream.origin}/${secret}.png`)}`));
    answers.push(await ask(`/picture?url=${secret}`));
    answers.push(await ask(`/${secret}`));
  }
  const said = await Promise.all(
    answers.map(async (answer) => JSON.stringify([...answer.headers]) + (await answer.text())),
  );
  await expect.poll(() => [relay.log.length, down.log.length]).toEqual([6, 6]);
  const all = said.join('\n') + JSON.stringify([...relay.log, ...down.log]);
  for (const canary of [canaryKey, relay.token, down.token, secret]) expect(all).not.toContain(canary);
});

test('logs method, path pattern, status, time and member', async () => {
  const upstream = await startServer((incoming, outgoing) => answerJson(incoming, outgoing, {}));
  const relay = await startRelay({ upstream: `${upstream.origin}/api` });
  await relay.ask(`/api/run/${uuid}?queue_position=true`);
  await expect
    .poll(() => relay.log)
    .toEqual([{ method: 'GET', path: '/api/run/{id}', status: 200, ms: expect.any(Number), member: 'Ada' }]);
});
