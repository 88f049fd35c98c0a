import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';
import type { Behaviour, EngineHarness } from './harness.ts';

type Rule = Parameters<StandIn['faults']['add']>[0];

const timing = { queueMs: 2, coldStartMs: 2, runMs: 20, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };
const ending = (outcome: 'failed' | 'timeout' | 'no-outputs' | 'many-outputs'): Rule => ({
  match: queue,
  action: { kind: 'runOutcome', outcome },
});
const page = { kind: 'status', status: 200, html: '<html><title>Sign in</title></html>' } as const;

const rules: Partial<Record<Behaviour, Rule>> = {
  failed: ending('failed'),
  timeout: ending('timeout'),
  'no-outputs': ending('no-outputs'),
  'many-outputs': ending('many-outputs'),
  'lost-answer': { match: queue, action: { kind: 'dropAfter' } },
  html: { times: 'always', action: page },
  slow: { times: 'always', action: { kind: 'delay', delayMs: 400 } },
};

async function open(behaviour: Behaviour) {
  const standIn = await startStandIn({
    timing: behaviour === 'cancelled' ? { ...timing, runMs: 60_000 } : timing,
    megapixels: 0.02,
  });
  const rule = rules[behaviour];
  if (rule) standIn.faults.add(rule);
  if (behaviour === 'down') await standIn.close();
  const engine = createComfyDeployEngine({
    baseUrl: standIn.baseUrl,
    deploymentId: standIn.deploymentId,
    apiKey: behaviour === 'bad-key' ? standIn.keys.forged : standIn.apiKey,
    fetch: globalThis.fetch,
    clock: createVirtualClock(Date.now()),
  });
  return {
    engine,
    runsMade: async () => standIn.ledger().length,
    close: async () => (behaviour === 'down' ? undefined : standIn.close()),
  };
}

/** ComfyDeploy, in the shape of the stand-in. */
export function createHarness(): EngineHarness {
  return { id: 'comfydeploy', open, cannotBe: {} };
}
