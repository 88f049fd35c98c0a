import sharp from 'sharp';
import { beforeEach, describe, expect, it } from 'vitest';
import type { Engine } from '#shared/engines/engine.ts';
import { applyLook as draw } from '#shared/engines/on-device/apply-look.ts';
import { createOnDeviceEngine } from '#shared/engines/on-device/engine.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import { runInputs } from '#shared/inputs/values.ts';
import type { BlobStore, Bytes } from '#shared/ports.ts';
import { createMemoryBlobStore } from '#shared/storage/memory.ts';
import { createSharpPixelCodec } from '../../fakes/sharp-pixel-codec.ts';
import { photo } from './sample-pixels.ts';

const codec = createSharpPixelCodec();
let blobs: BlobStore;
let engine: Engine;
let small: Bytes;
beforeEach(async () => {
  blobs = createMemoryBlobStore();
  engine = createOnDeviceEngine({ codec, draw, blobs });
  small = new Uint8Array(await sharp(photo('rocket.jpg')).resize(160).jpeg().toBuffer());
});

/** The inputs of a run as the job runner makes them. */
async function inputsFor(picture: string, prompt = 'a watercolour', seed = 5) {
  const { inputs } = await engine.describe();
  return runInputs(inputs, guessRoles(inputs), { prompt, strength: 0.8, seed, inputs: {} }, picture);
}

const upload = () => engine.upload({ bytes: small, mimeType: 'image/jpeg', fileName: 'rocket.jpg' });

describe('a run on this device', () => {
  it('has ended when it has an id, and gives a picture of the same size', async () => {
    const runId = await engine.start({ inputs: await inputsFor(await upload()), nonce: 'n' });
    const run = await engine.get(runId);
    expect(run).toMatchObject({ state: 'success', runSeconds: null });
    if (!run.output) throw new Error('no output');
    const { format, width, height } = await sharp(await engine.fetchOutput(run.output)).metadata();
    expect({ format, width, height }).toEqual({ format: 'png', width: 160, height: 107 });
  });

  it('survives whoever started it: everything is in the blobs', async () => {
    const picture = await upload();
    const second = createOnDeviceEngine({ codec, draw, blobs });
    const runId = await second.start({ inputs: await inputsFor(picture), nonce: 'n' });
    const third = createOnDeviceEngine({ codec, draw, blobs });
    expect((await third.get(runId)).state).toBe('success');
  });

  it('is the same run however often the same is asked for, and another one else', async () => {
    const picture = await upload();
    const start = async (seed: number) =>
      engine.start({ inputs: await inputsFor(picture, 'oil', seed), nonce: 'n' });
    expect(await start(5)).toBe(await start(5));
    expect(await start(6)).not.toBe(await start(5));
  });

  it('finds its inputs by their roles', async () => {
    const { inputs, name } = await engine.describe();
    expect(name).toBe('Sample looks on this device');
    expect(guessRoles(inputs)).toEqual({
      picture: 'picture',
      prompt: 'prompt',
      strength: 'strength',
      seed: 'seed',
    });
  });

  it('stops between its steps when it is aborted', async () => {
    const inputs = await inputsFor(await upload());
    const aborted = engine.start({ inputs, nonce: 'n' }, AbortSignal.abort());
    await expect(aborted).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('what is gone', () => {
  it('is said: a picture, a run, a result', async () => {
    const inputs = await inputsFor('sha256-00');
    await expect(engine.start({ inputs, nonce: 'n' })).rejects.toMatchObject({ code: 'picture-lost' });
    await expect(engine.get('sha256-00')).rejects.toMatchObject({ code: 'run-not-found' });
    const output = { url: 'sha256-00', fileName: 'result.png' };
    await expect(engine.fetchOutput(output)).rejects.toMatchObject({ code: 'picture-lost' });
  });

  it('and what is no picture is refused', async () => {
    const bytes = new TextEncoder().encode('hello') as Bytes;
    const picture = await engine.upload({ bytes, mimeType: 'image/png', fileName: 'a.png' });
    const started = engine.start({ inputs: await inputsFor(picture), nonce: 'n' });
    await expect(started).rejects.toMatchObject({ code: 'picture-unsupported' });
  });

  it('a start that was cut off left nothing to look for', async () => {
    expect(await engine.reconcile({ nonce: 'n', sentAtMs: 0 })).toEqual({ state: 'absent' });
  });
});
