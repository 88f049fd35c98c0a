import { readFile } from 'node:fs/promises';
import { expect, onTestFinished, test } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { Engine, EngineRun } from '#shared/engines/engine.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { RunOutcomeAction } from '../../stand-in/faults/rule.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';
import { nullOriginFetch } from './null-origin-fetch.ts';
import { startRelay } from './relay-fixture.ts';

const clock = { nowMs: () => Date.now(), monotonicMs: () => performance.now(), sleep: async () => {} };
const timing = { queueMs: 20, coldStartMs: 20, runMs: 60, archiveMs: 0 };

async function comfyDeploy(): Promise<StandIn> {
  const standIn = await startStandIn({ timing, megapixels: 0.05 });
  onTestFinished(() => standIn.close());
  return standIn;
}

/** The engine as the Figma plugin builds it: all it knows is the relay and a token. */
async function engineBehindRelay(
  standIn: StandIn,
  apiKey = standIn.apiKey,
  givenToken?: string,
): Promise<Engine> {
  const pictureHosts = [new URL(standIn.storageUrl).host];
  const relay = await startRelay({ upstream: standIn.baseUrl, apiKey, pictureHosts });
  return createComfyDeployEngine({
    baseUrl: `${relay.url}/api`,
    apiKey: givenToken ?? relay.token,
    deploymentId: standIn.deploymentId,
    fetch: nullOriginFetch,
    clock,
    pictureUrl: (url) => `${relay.url}/picture?url=${encodeURIComponent(url)}`,
  });
}

async function uploaded(engine: Engine): Promise<string> {
  const bytes = new Uint8Array(await readFile(new URL('../../fixtures/photos/rocket.jpg', import.meta.url)));
  return engine.upload({ bytes, mimeType: 'image/jpeg', fileName: 'rocket.jpg' });
}

async function ended(engine: Engine, runId: string): Promise<EngineRun> {
  const isOver = async () =>
    ['success', 'failed', 'timeout', 'cancelled'].includes((await engine.get(runId)).state);
  await expect.poll(isOver, { timeout: 10_000 }).toBe(true);
  return engine.get(runId);
}

test('carries a picture from Figma, whose origin is null, to ComfyDeploy and its result back', async () => {
  const standIn = await comfyDeploy();
  const engine = await engineBehindRelay(standIn);
  expect((await engine.describe()).inputs.map((input) => input.id)).toContain('prompt');
  expect(await engine.prices()).toHaveProperty('L40S');
  const inputs = { input_image: await uploaded(engine), prompt: 'watercolour', seed: 7 };
  const run = await ended(engine, await engine.start({ inputs, nonce: 'nonce-1' }));
  expect(run.output?.url).toContain(standIn.storageUrl);
  const result = await engine.fetchOutput(run.output ?? { url: '', fileName: '' });
  expect(sniffMimeType(result)).toBe('image/webp');
  expect(standIn.ledger()).toMatchObject([{ inputs, keyTail: standIn.apiKey.slice(-4) }]);
});

test('is needed: without it the browser refuses the same call', async () => {
  const { baseUrl, apiKey, deploymentId } = await comfyDeploy();
  const direct = createComfyDeployEngine({ baseUrl, apiKey, deploymentId, fetch: nullOriginFetch, clock });
  const error = await direct.describe().catch(toErrorData);
  expect(error).toMatchObject({ code: 'unreachable', detail: expect.stringContaining('preflight') });
});

test('lets a client find the run whose answer was lost, charged once', async () => {
  const standIn = await comfyDeploy();
  const engine = await engineBehindRelay(standIn);
  standIn.faults.add({ match: { path: '/api/run/deployment/queue' }, action: { kind: 'dropAfter' } });
  const intent = { nonce: 'nonce-2', sentAtMs: Date.now() };
  const lost = await engine.start({ inputs: { prompt: 'in oil' }, nonce: intent.nonce }).catch(toErrorData);
  expect(lost).toMatchObject({ status: 502 });
  const [entry, ...others] = standIn.ledger();
  expect(others).toEqual([]);
  expect(await engine.reconcile(intent)).toEqual({ state: 'found', runId: entry?.runId });
});

test('lets a client cancel, and read why a run failed', async () => {
  const standIn = await comfyDeploy();
  const engine = await engineBehindRelay(standIn);
  const logs = ['ValueError: no such model'];
  const outcome: RunOutcomeAction = { kind: 'runOutcome', outcome: 'failed', logs };
  standIn.faults.add({ match: { path: '/api/run/deployment/queue' }, action: outcome });
  const failing = await engine.start({ inputs: {}, nonce: 'nonce-3' });
  expect((await ended(engine, failing)).state).toBe('failed');
  await expect.poll(() => engine.failureReason(failing)).toContain('no such model');
  standIn.setTiming({ queueMs: 60_000 });
  const waiting = await engine.start({ inputs: {}, nonce: 'nonce-4' });
  await engine.cancel(waiting);
  expect((await engine.get(waiting)).state).toBe('cancelled');
});

test('passes no HTML on as a result', async () => {
  const standIn = await comfyDeploy();
  const engine = await engineBehindRelay(standIn);
  const outcome = { kind: 'runOutcome', outcome: 'html-output' } as const;
  standIn.faults.add({ match: { path: '/api/run/deployment/queue' }, action: outcome });
  const run = await ended(engine, await engine.start({ inputs: {}, nonce: 'nonce-5' }));
  const error = await engine.fetchOutput(run.output ?? { url: '', fileName: '' }).catch(toErrorData);
  expect(error).toMatchObject({ status: 502 });
});

test("lets a client tell a wrong token and the relay's refused key apart", async () => {
  const standIn = await comfyDeploy();
  const codeOf = async (engine: Engine) =>
    toErrorData(await engine.describe().catch((error: unknown) => error)).code;
  expect(await codeOf(await engineBehindRelay(standIn, standIn.apiKey, 'restyle_wrong'))).toBe(
    'unauthorized',
  );
  expect(await codeOf(await engineBehindRelay(standIn, standIn.keys.revoked))).toBe('forbidden');
});
