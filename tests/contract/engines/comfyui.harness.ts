import { createComfyUiEngine } from '#shared/engines/comfyui/engine.ts';
import { parseWorkflow } from '#shared/engines/comfyui/workflow.ts';
import { systemClock } from '#shared/platform.ts';
import { startComfyUiServer } from '../../comfyui-server/comfyui-server.ts';
import type { ServerOptions } from '../../comfyui-server/options.ts';
import { kontextFile } from '../../fixtures/kontext-workflow.ts';
import type { Behaviour, EngineHarness } from './harness.ts';

const serverFor: Partial<Record<Behaviour, Partial<ServerOptions>>> = {
  failed: { outcome: 'failed' },
  // Somebody interrupts it at the server, unless the engine cancels it first.
  cancelled: { outcome: 'cancelled', runMs: 500 },
  'lost-answer': { losesAnswers: true },
  'no-outputs': { outcome: 'no-outputs' },
  'many-outputs': { outcome: 'many-outputs' },
  'bad-key': { apiKey: 'the right key' },
  html: { isWebPage: true },
  slow: { answerDelayMs: 400 },
};

/** The ComfyUI engine against a ComfyUI of v0.20.1, as most people run it. */
export function createHarness(): EngineHarness {
  return {
    id: 'comfyui',
    cannotBe: { timeout: 'ComfyUI sets no limit to how long a run may take' },
    async open(behaviour) {
      const server = await startComfyUiServer(serverFor[behaviour]);
      const engine = createComfyUiEngine({
        baseUrl: server.baseUrl,
        apiKey: behaviour === 'bad-key' ? 'the wrong key' : null,
        workflow: parseWorkflow(kontextFile),
        fetch: (url, init) => fetch(url, init),
        clock: systemClock,
      });
      if (behaviour === 'down') await server.close();
      return {
        engine,
        runsMade: async () => server.prompts().length,
        close: async () => {
          if (behaviour !== 'down') await server.close();
        },
      };
    },
  };
}
