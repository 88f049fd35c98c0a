import { describe, expect, it } from 'vitest';
import type { Engine } from '#shared/engines/engine.ts';
import type { Job } from '#shared/jobs/job.ts';
import { createJobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import { createMemoryBlobStore, createMemoryJournal } from '#shared/storage/memory.ts';
import { createSharpCodec } from '../../fakes/sharp-codec.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { openWorkshop, picture } from './workshop.ts';

/** The job runner of the surfaces on this engine: what it makes of one job, and what can be done meanwhile. */
async function startJob(
  engine: Engine,
  meanwhile: (job: Job, cancel: () => Promise<void>) => void = () => {},
) {
  const description = await engine.describe();
  let end: (job: Job) => void = () => {};
  const ended = new Promise<Job>((resolve) => {
    end = resolve;
  });
  const runner = createJobRunner({
    journal: createMemoryJournal(),
    blobs: createMemoryBlobStore(),
    codec: createSharpCodec(),
    clock: createVirtualClock(Date.now()),
    ids: systemIds,
    workflow: async () => ({ engine, description, prices: await engine.prices() }),
    onChange(job) {
      if (/done|failed|cancelled/.test(job.stage.name)) end(job);
      else meanwhile(job, async () => void (await runner.cancel(job.id)));
    },
  });
  await runner.start({
    source: { bytes: await picture(), mimeType: 'image/png' },
    recipe: {
      engine: 'comfyui',
      deploymentId: '',
      presetId: null,
      prompt: 'film noir',
      strength: 0.6,
      seed: 42,
      inputs: {},
    },
    context: { label: 'gradient.png', surface: 'page', captureRoute: 'file' },
  });
  return ended;
}

describe('a whole job on ComfyUI', () => {
  it('ends in a picture of the source’s shape, with the prompt, strength and seed asked for', async () => {
    const { engine, server } = await openWorkshop();
    const { stage } = await startJob(engine);
    if (stage.name !== 'done') throw new Error(JSON.stringify(stage));
    expect(stage.result.widthPx / stage.result.heightPx).toBeCloseTo(1.5, 1);
    expect(stage.figures).toMatchObject({ costUsd: null, runSeconds: expect.any(Number) });
    const graph = server.prompts()[0]?.graph;
    expect(graph?.['6']?.inputs.text).toBe('film noir');
    expect(graph?.['16']?.inputs).toMatchObject({ seed: 42, denoise: 0.6 });
  });

  it('is one run though the answer is lost', async () => {
    const { engine, server } = await openWorkshop({ losesAnswers: true });
    expect((await startJob(engine)).stage.name).toBe('done');
    expect(server.prompts()).toHaveLength(1);
  });

  it('is cancelled, not lost, when it is taken off the queue', async () => {
    const { engine, server } = await openWorkshop({ runMs: 30_000 });
    const inputs = {
      '10.image': await engine.upload({ bytes: await picture(), mimeType: 'image/png', fileName: 'a' }),
    };
    await engine.start({ inputs, nonce: crypto.randomUUID() });
    const job = await startJob(engine, ({ stage, cancelRequested }, cancel) => {
      if (stage.name === 'running' && !cancelRequested) void cancel();
    });
    expect(job.stage.name).toBe('cancelled');
    expect(server.prompts().map(({ state }) => state)).toEqual(['running', 'deleted']);
  });

  it('says in plain words why a run failed', async () => {
    const { engine } = await openWorkshop({ outcome: 'failed' });
    const { stage } = await startJob(engine);
    expect(stage).toMatchObject({
      error: { code: 'run-failed', detail: expect.stringMatching(/out of memory/) },
    });
    expect(JSON.stringify(stage)).not.toContain('/srv/');
  });
});
