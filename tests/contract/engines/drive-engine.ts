import { randomBytes } from 'node:crypto';
import sharp, { type Sharp } from 'sharp';
import type { Engine, EngineRun, RunState } from '#shared/engines/engine.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import { runInputs } from '#shared/inputs/values.ts';
import type { Bytes } from '#shared/ports.ts';
import { pngChunk, withPngChunk } from '../../unit/images/sample-pictures.ts';

export type Started = { runId: string; nonce: string };

const isFinal = (state: RunState) => ['success', 'failed', 'timeout', 'cancelled'].includes(state);
const betweenLooksMs = 10;

/** A small photograph-like picture: a gradient, so that every engine has something to work on. */
export function smallPicture(): Promise<Bytes> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="96" height="64">
    <defs><linearGradient id="g"><stop stop-color="#c33"/><stop offset="1" stop-color="#36c"/></linearGradient></defs>
    <rect width="96" height="64" fill="url(#g)"/></svg>`;
  return encoded(sharp(Buffer.from(svg)));
}

const largeBytes = 6 * 1024 * 1024;

/** Above the 5 MB that plain uploads are meant for, by a chunk that no reader knows: nothing else has to be large. */
export async function largePicture(): Promise<Bytes> {
  return withPngChunk(await smallPicture(), pngChunk('raNd', randomBytes(largeBytes)));
}

async function encoded(picture: Sharp): Promise<Bytes> {
  return new Uint8Array(await picture.png({ compressionLevel: 1 }).toBuffer());
}

/** The inputs of a run, as the job runner makes them: from the description alone. */
export async function inputsFor(
  engine: Engine,
  picture: Bytes,
  signal?: AbortSignal,
): Promise<Record<string, InputValue>> {
  const { inputs } = await engine.describe(signal);
  const upload = { bytes: picture, mimeType: 'image/png', fileName: 'picture.png' } as const;
  const pictureValue = await engine.upload(upload, signal);
  const values = { prompt: 'film noir', strength: 0.6, seed: 42, inputs: {} };
  return runInputs(inputs, guessRoles(inputs), values, pictureValue);
}

/** Describe, upload, start. */
export async function startRun(engine: Engine, picture?: Bytes, signal?: AbortSignal): Promise<Started> {
  const inputs = await inputsFor(engine, picture ?? (await smallPicture()), signal);
  const nonce = crypto.randomUUID();
  return { runId: await engine.start({ inputs, nonce }, signal), nonce };
}

/** Every look at a run until it has ended; the last one is the end. */
export async function looksAt(engine: Engine, runId: string, signal?: AbortSignal): Promise<EngineRun[]> {
  const looks: EngineRun[] = [];
  for (;;) {
    signal?.throwIfAborted();
    const look = await engine.get(runId, signal);
    looks.push(look);
    if (isFinal(look.state)) return looks;
    await new Promise((resolve) => setTimeout(resolve, betweenLooksMs));
  }
}

export async function endOf(engine: Engine, runId: string): Promise<EngineRun> {
  const end = (await looksAt(engine, runId)).at(-1);
  if (!end) throw new Error('A run without a look');
  return end;
}

/** The error an operation rejects with; fails when it does not reject. */
export async function failureOf(operation: () => Promise<unknown>): Promise<ErrorData> {
  const outcome = await operation().then(
    () => null,
    (error: unknown) => toErrorData(error),
  );
  if (!outcome) throw new Error('It was expected to fail, and went well');
  return outcome;
}
