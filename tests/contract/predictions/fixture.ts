import { readFileSync } from 'node:fs';
import type { Engine, EngineRun } from '#shared/engines/engine.ts';
import { createPredictionsEngine, type PredictionsOptions } from '#shared/engines/predictions/engine.ts';
import { fluxKontextPro, plainModel } from '#shared/engines/predictions/models.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import type { Bytes } from '#shared/ports.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import type { PredictionsServer } from '../../predictions-server/server.ts';

export const models = [plainModel, fluxKontextPro];

const photo = (name: string): Bytes =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/photos/${name}`, import.meta.url)));

export function engineFor(server: PredictionsServer, changes: Partial<PredictionsOptions> = {}): Engine {
  return createPredictionsEngine({
    baseUrl: server.baseUrl,
    apiKey: server.apiKey,
    model: plainModel,
    fetch: globalThis.fetch,
    clock: createVirtualClock(Date.now()),
    ...changes,
  });
}

/** Uploads a photograph and starts a run on it; answers the run's id. */
export async function startRun(
  engine: Engine,
  wishes: { nonce?: string; inputs?: Record<string, InputValue>; file?: string; preset?: string } = {},
): Promise<string> {
  const { nonce = 'n-1', inputs = {}, file = 'rocket.jpg', preset } = wishes;
  const mimeType = file.endsWith('.png') ? 'image/png' : 'image/jpeg';
  const input_image = await engine.upload({ bytes: photo(file), mimeType, fileName: file });
  const told = preset === undefined ? {} : { preset };
  return engine.start({
    inputs: { input_image, prompt: 'a watercolour', seed: 7, ...inputs },
    nonce,
    ...told,
  });
}

/** The run once it has ended. */
export async function watch(engine: Engine, runId: string): Promise<EngineRun> {
  for (;;) {
    const run = await engine.get(runId);
    if (!['waiting', 'starting', 'running'].includes(run.state)) return run;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
