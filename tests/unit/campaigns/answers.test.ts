import fc from 'fast-check';
import { expect, it } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { Engine } from '#shared/engines/engine.ts';
import { isAppError } from '#shared/errors/app-error.ts';
import { isErrorCode } from '#shared/errors/codes.ts';
import type { Bytes } from '#shared/ports.ts';
import { rounds } from '../../campaign.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const run = {
  id: 'b888f774-3e7c-4135-a18c-6b985523c4bc',
  status: 'success',
  progress: 1,
  live_status: 'Executing',
  queue_position: null,
  gpu: 'L40S',
  run_duration: 21.4,
  cold_start_duration_total: 20.7,
  workflow_inputs: { prompt: 'x', restyle_nonce: 'n' },
  outputs: [
    {
      output_id: 'output_image',
      data: { images: [{ url: 'https://s/o.webp', filename: 'o.webp', type: 'output' }] },
    },
  ],
};
const deployment = {
  id: '15e79589-12c9-453c-a41a-348fdd7de957',
  workflow_version_id: 'v',
  gpu: 'L40S',
  workflow: { name: 'Edit' },
  version: {
    workflow_api: { 1: { class_type: 'ComfyUIDeployExternalImage', inputs: { input_id: 'input_image' } } },
  },
  input_types: [],
};

/** What each call is answered when all is well. */
const calls: [string, unknown, (engine: Engine) => Promise<unknown>][] = [
  ['describe', deployment, (engine) => engine.describe()],
  ['get', run, (engine) => engine.get(run.id)],
  ['start', { run_id: run.id }, (engine) => engine.start({ inputs: {}, nonce: 'n' })],
  ['cancel', { status: 'success' }, (engine) => engine.cancel(run.id)],
  ['prices', { L40S: 0.000596 }, (engine) => engine.prices()],
  ['failureReason', [{ log: 'CUDA out of memory' }], (engine) => engine.failureReason(run.id)],
  [
    'reconcile',
    { data: [{ id: run.id, created_at: '2026-11-01T00:00:00Z' }], meta: {} },
    (engine) => engine.reconcile({ nonce: 'n', sentAtMs: 0 }),
  ],
  [
    'upload',
    { file_url: 'https://s/i.png' },
    (engine) =>
      engine.upload({ bytes: new Uint8Array(3) as Bytes, mimeType: 'image/png', fileName: 'a.png' }),
  ],
];

/** An answer as a broken server or a proxy may send it: cut, sprinkled with rubbish, or another value in a place. */
function mutated(answer: unknown): fc.Arbitrary<string> {
  const text = JSON.stringify(answer);
  const spot = fc.nat(text.length);
  const cut = spot.map((at) => text.slice(0, at));
  const sprinkled = fc
    .tuple(spot, fc.string({ maxLength: 12 }))
    .map(([at, rubbish]) => text.slice(0, at) + rubbish + text.slice(at));
  const replaced = fc
    .tuple(fc.nat(), fc.jsonValue())
    .map(([which, value]) => JSON.stringify(withOtherValue(answer, which, value)));
  return fc.oneof(cut, sprinkled, replaced, fc.json(), fc.string());
}

type Place = { holder: Record<string, unknown>; key: string };

function placesIn(value: unknown): Place[] {
  if (typeof value !== 'object' || value === null) return [];
  const holder = value as Record<string, unknown>;
  return Object.keys(holder).flatMap((key) => [{ holder, key }, ...placesIn(holder[key])]);
}

/** The answer with another value in one place, at whatever depth. */
function withOtherValue(answer: unknown, which: number, value: unknown): unknown {
  const copy = structuredClone(answer);
  const places = placesIn(copy);
  const place = places[which % places.length];
  if (place) place.holder[place.key] = value;
  return copy;
}

it.each(calls)(
  '%s makes of any answer a value or an error with a code',
  async (_, answer, call) => {
    const statuses = fc.constantFrom(200, 200, 200, 400, 403, 404, 422, 429, 500, 502);
    await fc.assert(
      fc.asyncProperty(mutated(answer), statuses, async (body, status) => {
        const clock = createVirtualClock();
        const fetch = async () => new Response(body, { status });
        const options = {
          baseUrl: 'https://api.example.com/api',
          apiKey: 'k',
          deploymentId: deployment.id,
          fetch,
          clock,
        };
        const outcome = await call(createComfyDeployEngine(options)).catch((error: unknown) => error);
        if (outcome instanceof Error)
          expect(isAppError(outcome) && isErrorCode(outcome.code), String(outcome)).toBe(true);
      }),
      { numRuns: rounds({ sample: 150, all: 12_500 }) },
    );
  },
  600_000,
);
