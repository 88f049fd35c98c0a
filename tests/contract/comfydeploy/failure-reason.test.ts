import { expect, it, onTestFinished } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { Clock } from '#shared/ports.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { startStandIn } from '../../stand-in/stand-in.ts';
import { endOf } from '../engines/drive-engine.ts';

/** A failed run whose logs are archived so long after its end; the clock moves the server's along. */
async function failedRun(archiveMs: number) {
  const standIn = await startStandIn({ timing: { queueMs: 0, coldStartMs: 0, runMs: 5, archiveMs } });
  onTestFinished(() => standIn.close());
  const action = { kind: 'runOutcome', outcome: 'failed' } as const;
  standIn.faults.add({ match: { path: '/api/run/deployment/queue' }, action });
  const virtual = createVirtualClock();
  const clock: Clock = {
    nowMs: virtual.nowMs,
    monotonicMs: virtual.monotonicMs,
    async sleep(delayMs, signal) {
      standIn.fastForward(delayMs);
      await virtual.sleep(delayMs, signal);
    },
  };
  const { baseUrl, apiKey, deploymentId } = standIn;
  const engine = createComfyDeployEngine({ baseUrl, apiKey, deploymentId, fetch: globalThis.fetch, clock });
  const runId = await engine.start({ inputs: { prompt: 'x' }, nonce: 'n' });
  expect((await endOf(engine, runId)).state).toBe('failed');
  const looks = () => standIn.requests()[`GET /api/v2/clickhouse-run-logs/${runId}`];
  return { engine, runId, looks };
}

it('is said at once when the logs are there', async () => {
  const { engine, runId, looks } = await failedRun(0);
  expect(await engine.failureReason(runId)).toMatch(/ran out of memory/);
  expect(looks()).toBe(1);
});

it('is waited for while the logs are on their way', async () => {
  const { engine, runId, looks } = await failedRun(4_000);
  expect(await engine.failureReason(runId)).toMatch(/ran out of memory/);
  expect(looks()).toBe(3);
});

it('is not waited for as long as the archive may take', async () => {
  const { engine, runId, looks } = await failedRun(30_000);
  expect(await engine.failureReason(runId)).toBeNull();
  expect(looks()).toBe(4);
});
