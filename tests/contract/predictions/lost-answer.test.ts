import { afterEach, describe, expect, it } from 'vitest';
import { fluxKontextPro, type PredictionsModel, plainModel } from '#shared/engines/predictions/models.ts';
import { mayHaveStarted } from '#shared/engines/start-outcome.ts';
import type { PredictionsServerOptions } from '../../predictions-server/options.ts';
import { type PredictionsServer, startPredictionsServer } from '../../predictions-server/server.ts';
import { engineFor, startRun } from './fixture.ts';

let server: PredictionsServer;
afterEach(() => server.close());

/** A request whose answer never came; what a look afterwards makes of it. */
async function lose(options: PredictionsServerOptions, model: PredictionsModel = plainModel) {
  server = await startPredictionsServer({ manner: 'lost-answer', ...options });
  const engine = engineFor(server, { model });
  const sentAtMs = Date.now();
  const code = await startRun(engine, { nonce: 'mine' }).catch((error) => error.code);
  expect(mayHaveStarted(code)).toBe(true);
  expect(server.ledger()).toHaveLength(1);
  return { engine, intent: { nonce: 'mine', sentAtMs } };
}

describe('a request whose answer is lost', () => {
  it.each(['full', 'without-inputs'] as const)('is found by its nonce in a list %s', async (list) => {
    const { engine, intent } = await lose({ list });
    const [made] = server.ledger();
    expect(await engine.reconcile(intent)).toEqual({ state: 'found', runId: made?.id });
  });

  it('is not taken for another one', async () => {
    const { engine, intent } = await lose({});
    expect(await engine.reconcile({ ...intent, nonce: 'other' })).toEqual({ state: 'absent' });
  });

  it('is left open when the server keeps no list', async () => {
    const { engine, intent } = await lose({ list: 'none' });
    expect(await engine.reconcile(intent)).toEqual({ state: 'unclear' });
  });

  it('is left open with a model that takes no nonce', async () => {
    const { engine, intent } = await lose({}, fluxKontextPro);
    expect(await engine.reconcile(intent)).toEqual({ state: 'unclear' });
  });

  it('is left open when something newer carries no nonce at all', async () => {
    const { engine, intent } = await lose({});
    for (const prediction of server.ledger()) prediction.input = { prompt: 'made by hand' };
    expect(await engine.reconcile(intent)).toEqual({ state: 'unclear' });
  });
});

describe('a request that never arrived', () => {
  it.each([plainModel, fluxKontextPro])('is absent, whatever ran long before: $id', async (model) => {
    server = await startPredictionsServer();
    const engine = engineFor(server, { model });
    await startRun(engine);
    for (const prediction of server.ledger()) prediction.createdAtMs -= 3_600_000;
    const intent = { nonce: 'never sent', sentAtMs: Date.now() };
    expect(await engine.reconcile(intent)).toEqual({ state: 'absent' });
  });

  it('is absent when only another model has been busy', async () => {
    server = await startPredictionsServer();
    await startRun(
      engineFor(server, { model: { ...fluxKontextPro, path: 'black-forest-labs/flux-kontext-max' } }),
    );
    const engine = engineFor(server, { model: fluxKontextPro });
    expect(await engine.reconcile({ nonce: 'n', sentAtMs: Date.now() })).toEqual({ state: 'absent' });
  });
});
