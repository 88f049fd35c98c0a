import { ComfyDeploy } from 'comfydeploy';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';

let standIn: StandIn;
let sdk: ComfyDeploy;

beforeAll(async () => {
  standIn = await startStandIn({
    timing: { queueMs: 1, coldStartMs: 1, runMs: 5, archiveMs: 0 },
    megapixels: 0.02,
  });
  sdk = new ComfyDeploy({ bearer: standIn.apiKey, serverURL: standIn.baseUrl });
});
afterAll(() => standIn.close());

/** The vendor's own client judges the stand-in: what it cannot read, ComfyDeploy would not say. */
it('lets the official SDK queue a run, poll it and read its picture', async () => {
  const inputs = { prompt: 'pencil sketch', seed: 3 };
  const queued = await sdk.run.deployment.queue({ deploymentId: standIn.deploymentId, inputs });
  expect(queued.runId).toMatch(/^[0-9a-f-]{36}$/);
  const run = await expect
    .poll(async () => (await sdk.run.get({ runId: queued.runId })).status, { timeout: 8_000 })
    .toBe('success')
    .then(() => sdk.run.get({ runId: queued.runId }));
  const [output] = run.outputs ?? [];
  expect(JSON.stringify(output)).toContain(`${standIn.storageUrl}/outputs/runs/${queued.runId}/`);
  expect(await standIn.ledger()).toHaveLength(1);
});
