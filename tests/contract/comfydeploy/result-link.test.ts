import { afterAll, beforeAll, expect, it } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { systemClock } from '#shared/platform.ts';
import { findResultLink } from '#shared/share/result-link.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';
import { type Client, isFinal, startClient } from '../stand-in/harness.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient({ timing: { queueMs: 1, coldStartMs: 1, runMs: 5, archiveMs: 0 } });
});
afterAll(() => client.standIn.close());

const result = { key: 'sha256-result', mimeType: 'image/png', widthPx: 6, heightPx: 4 };
const figures = { queueSeconds: 1, runSeconds: 2, costUsd: 0.01 };
const jobOf = (runId: string) => jobIn({ name: 'done', runId, result, figures });

function engine() {
  const { baseUrl, apiKey, deploymentId } = client.standIn;
  return createComfyDeployEngine({
    baseUrl,
    apiKey,
    deploymentId,
    fetch: globalThis.fetch,
    clock: systemClock,
  });
}

it('opens without a key where the storage is public, and names no end', async () => {
  const runId = await client.queue({});
  await client.until(runId, isFinal);
  const paid = client.standIn.ledger().length;
  const { url, endsAtMs } = await findResultLink(jobOf(runId), engine());
  expect(endsAtMs).toBeNull();
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    200,
    expect.stringMatching(/^image\//),
  ]);
  expect(client.standIn.ledger(), 'asking is free').toHaveLength(paid);
});

it('is signed anew at each look where the storage is private, and says when it ends', async () => {
  client.standIn.faults.add({ action: { kind: 'runOutcome', outcome: 'presigned-output' } });
  const runId = await client.queue({});
  await client.until(runId, isFinal);
  const first = await findResultLink(jobOf(runId), engine());
  client.standIn.fastForward(3_601_000);
  expect((await fetch(first.url)).status, 'it has ended').toBe(403);
  const second = await findResultLink(jobOf(runId), engine());
  expect((await fetch(second.url)).status).toBe(200);
  expect((second.endsAtMs ?? 0) - (first.endsAtMs ?? 0)).toBeGreaterThanOrEqual(3_600_000);
});

it('is gone where the run is not known', async () => {
  const unknown = '00000000-0000-4000-8000-000000000000';
  await expect(findResultLink(jobOf(unknown), engine())).rejects.toMatchObject({ code: 'link-gone' });
});
