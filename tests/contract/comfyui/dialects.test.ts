import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import type { Dialect } from '../../comfyui-server/options.ts';
import { kontextGraph } from '../../fixtures/kontext-workflow.ts';
import { endOf, failureOf, lookUntil, openWorkshop, resultOf, start, uploadTo } from './workshop.ts';

const dialects: readonly Dialect[] = ['old', 'new', 'master', 'cloud'];

describe.each(dialects)('ComfyUI of the kind "%s"', (dialect) => {
  it('makes a picture out of picture, prompt and seed', async () => {
    const { engine, server } = await openWorkshop({ dialect });
    const noir = await resultOf(engine);
    expect(await sharp(noir).metadata()).toMatchObject({ format: 'png' });
    expect(await resultOf(engine, { '6.text': 'pop art' })).not.toEqual(noir);
    expect(server.prompts()).toHaveLength(2);
    expect(server.prompts()[0]?.graph['6']?.inputs.text).toBe('film noir');
  });

  it('says how long it waited and ran, and with which inputs', async () => {
    const { engine } = await openWorkshop({ dialect, runMs: 60 });
    const { runId } = await start(engine, { '16.denoise': 0.5 });
    const run = await endOf(engine, runId);
    expect(run.runSeconds).toBeGreaterThanOrEqual(0.05);
    if (dialect === 'old') expect(run.queueSeconds).toBeNull();
    else expect(run.queueSeconds).toBeLessThan(5);
    expect(run.inputs).toMatchObject({ '16.denoise': 0.5, '16.seed': 42 });
  });

  it('says how many are before a run', async () => {
    const { engine, server } = await openWorkshop({ dialect, runMs: 30_000 });
    const first = await start(engine);
    await lookUntil(engine, first.runId, ({ state }) => state === 'running');
    await start(engine);
    const third = await start(engine);
    expect(await engine.get(third.runId)).toMatchObject({ state: 'waiting', queuePosition: 2 });
    expect(server.prompts()).toHaveLength(3);
  });

  it('cancels a run that waits, and leaves the one that runs alone', async () => {
    const { engine, server } = await openWorkshop({ dialect, runMs: 30_000 });
    const running = await start(engine);
    await lookUntil(engine, running.runId, ({ state }) => state === 'running');
    const waiting = await start(engine);
    await engine.cancel(waiting.runId);
    expect((await engine.get(waiting.runId)).state).toBe('cancelled');
    expect((await engine.get(running.runId)).state).toBe('running');
    expect(server.prompts().map(({ state }) => state)).toEqual(['running', 'deleted']);
  });

  it('cancels a run that runs', async () => {
    const { engine } = await openWorkshop({ dialect, runMs: 30_000 });
    const { runId } = await start(engine);
    await lookUntil(engine, runId, ({ state }) => state === 'running');
    await engine.cancel(runId);
    expect(await endOf(engine, runId)).toMatchObject({ state: 'cancelled', output: null });
  });

  it('finds the run whose answer was lost, once', async () => {
    const { engine, server } = await openWorkshop({ dialect, losesAnswers: true });
    const intent = { nonce: crypto.randomUUID(), sentAtMs: Date.now() };
    expect(await engine.reconcile(intent)).toEqual({ state: 'absent' });
    const inputs = { '10.image': await uploadTo(engine), '6.text': 'film noir' };
    const lost = await failureOf(() => engine.start({ inputs, nonce: intent.nonce }));
    expect(lost.code).toBe('unreachable');
    const seen = await engine.reconcile(intent);
    expect(seen).toEqual({ state: 'found', runId: server.prompts()[0]?.id });
    expect(server.prompts()).toHaveLength(1);
    expect(await engine.reconcile({ ...intent, nonce: crypto.randomUUID() })).toEqual({ state: 'absent' });
  });

  it('no longer knows a run it has forgotten', async () => {
    const { engine } = await openWorkshop({ dialect });
    expect(await failureOf(() => engine.get(crypto.randomUUID()))).toMatchObject({ code: 'run-not-found' });
  });

  it('takes the wanted picture among many', async () => {
    const { engine } = await openWorkshop({ dialect, outcome: 'many-outputs' });
    expect((await sharp(await resultOf(engine)).metadata()).width).toBeGreaterThan(8);
  });
});

describe('Comfy Cloud', () => {
  it('does not stop the runs of others with ours', async () => {
    const { engine, server } = await openWorkshop({ dialect: 'cloud', runMs: 30_000 });
    const { runId } = await start(engine);
    await lookUntil(engine, runId, ({ state }) => state === 'running');
    server.alongside(kontextGraph);
    expect(await failureOf(() => engine.cancel(runId))).toMatchObject({ code: 'forbidden' });
    expect((await engine.get(runId)).state).toBe('running');
  });
});
