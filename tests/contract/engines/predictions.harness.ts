import { randomBytes } from 'node:crypto';
import { createPredictionsEngine } from '#shared/engines/predictions/engine.ts';
import { fluxKontextPro, plainModel } from '#shared/engines/predictions/models.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import type { PredictionsServerOptions } from '../../predictions-server/options.ts';
import { startPredictionsServer } from '../../predictions-server/server.ts';
import type { Behaviour, EngineHarness } from './harness.ts';

const settings: Readonly<Record<Behaviour, PredictionsServerOptions>> = {
  success: {},
  failed: { outcome: 'failed' },
  cancelled: { outcome: 'endless' },
  timeout: { outcome: 'timeout' },
  'lost-answer': { manner: 'lost-answer' },
  'no-outputs': { outcome: 'nothing' },
  'many-outputs': { outcome: 'list' },
  'large-upload': {},
  'bad-key': {},
  down: {},
  html: { manner: 'html' },
  slow: { manner: 'slow', timing: { startMs: 200, runMs: 400 } },
};

export function createHarness(): EngineHarness {
  return {
    id: 'predictions',
    cannotBe: {},
    async open(behaviour) {
      const server = await startPredictionsServer(settings[behaviour]);
      const engine = createPredictionsEngine({
        baseUrl: server.baseUrl,
        apiKey: behaviour === 'bad-key' ? `r8_${randomBytes(8).toString('hex')}` : server.apiKey,
        // A large picture goes by way of /v1/files, which only Replicate's models have.
        model: behaviour === 'large-upload' ? fluxKontextPro : plainModel,
        fetch: globalThis.fetch,
        clock: createVirtualClock(Date.now()),
      });
      if (behaviour === 'down') await server.close();
      return { engine, runsMade: async () => server.ledger().length, close: server.close };
    },
  };
}
