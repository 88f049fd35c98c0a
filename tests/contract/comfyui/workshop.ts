import sharp from 'sharp';
import { onTestFinished } from 'vitest';
import { type ComfyUiOptions, createComfyUiEngine } from '#shared/engines/comfyui/engine.ts';
import { parseWorkflow } from '#shared/engines/comfyui/workflow.ts';
import type { Engine, EngineRun } from '#shared/engines/engine.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import { systemClock } from '#shared/platform.ts';
import type { Bytes } from '#shared/ports.ts';
import { type ComfyUiServer, startComfyUiServer } from '../../comfyui-server/comfyui-server.ts';
import type { ServerOptions } from '../../comfyui-server/options.ts';
import { kontextFile } from '../../fixtures/kontext-workflow.ts';

const cloudKey = 'comfyui-0123456789';

/** A server, closed with its test, and an engine on it. */
export async function openWorkshop(
  options: Partial<ServerOptions> = {},
  changes: Partial<ComfyUiOptions> = {},
) {
  const apiKey = options.dialect === 'cloud' ? cloudKey : null;
  const server = await startComfyUiServer({ apiKey, ...options });
  onTestFinished(() => server.close());
  return { server, engine: engineOn(server, { apiKey, ...changes }) };
}

export function engineOn({ baseUrl }: ComfyUiServer, changes: Partial<ComfyUiOptions> = {}): Engine {
  return createComfyUiEngine({
    baseUrl,
    apiKey: null,
    workflow: parseWorkflow(kontextFile),
    fetch: (url, init) => fetch(url, init),
    clock: systemClock,
    ...changes,
  });
}

/** A gradient of its own colour. */
export async function picture(colour = '#c33'): Promise<Bytes> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="64">
    <defs><linearGradient id="g"><stop stop-color="${colour}"/><stop offset="1" stop-color="#36c"/></linearGradient></defs>
    <rect width="96" height="64" fill="url(#g)"/></svg>`;
  return new Uint8Array(await sharp(Buffer.from(svg)).png().toBuffer());
}

export async function uploadTo(engine: Engine, bytes?: Bytes): Promise<string> {
  return engine.upload({
    bytes: bytes ?? (await picture()),
    mimeType: 'image/png',
    fileName: 'Müller "x".png',
  });
}

type Started = { runId: string; nonce: string };

export async function start(engine: Engine, values: Record<string, InputValue> = {}): Promise<Started> {
  const nonce = crypto.randomUUID();
  const inputs = { '10.image': await uploadTo(engine), '6.text': 'film noir', '16.seed': 42, ...values };
  return { runId: await engine.start({ inputs, nonce }), nonce };
}

/** Looks until a look is as wanted. */
export async function lookUntil(
  engine: Engine,
  runId: string,
  isWanted: (run: EngineRun) => boolean,
): Promise<EngineRun> {
  for (;;) {
    const run = await engine.get(runId);
    if (isWanted(run)) return run;
    await systemClock.sleep(5);
  }
}

export function endOf(engine: Engine, runId: string): Promise<EngineRun> {
  return lookUntil(engine, runId, ({ state }) => /success|failed|cancelled/.test(state));
}

/** The picture a run ends with. */
export async function resultOf(engine: Engine, values: Record<string, InputValue> = {}): Promise<Bytes> {
  const { runId } = await start(engine, values);
  const { output, state } = await endOf(engine, runId);
  if (!output) throw new Error(`${state} without a picture: ${await engine.failureReason(runId)}`);
  return engine.fetchOutput(output);
}

export async function failureOf(operation: () => Promise<unknown>): Promise<ErrorData> {
  const outcome = await operation().then(
    () => null,
    (error: unknown) => toErrorData(error),
  );
  if (!outcome) throw new Error('It was expected to fail, and went well');
  return outcome;
}
