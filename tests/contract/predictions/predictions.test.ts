import sharp from 'sharp';
import { afterEach, describe, expect, it } from 'vitest';
import { fluxKontextPro, plainModel } from '#shared/engines/predictions/models.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import type { PredictionsServerOptions } from '../../predictions-server/options.ts';
import { type PredictionsServer, startPredictionsServer } from '../../predictions-server/server.ts';
import { engineFor, models, startRun, watch } from './fixture.ts';

const open: PredictionsServer[] = [];
async function serve(options: PredictionsServerOptions = {}): Promise<PredictionsServer> {
  const server = await startPredictionsServer(options);
  open.push(server);
  return server;
}
afterEach(() => Promise.all(open.splice(0).map((server) => server.close())));

describe.each(models)('a run of $id', (model) => {
  it('goes through its states and brings back a picture, with its figures', async () => {
    const server = await serve({ timing: { startMs: 60_000, runMs: 200_000 } });
    const engine = engineFor(server, { model });
    const runId = await startRun(engine);
    expect(await engine.get(runId)).toMatchObject({ state: 'starting', queueSeconds: null });
    server.fastForward(160_000);
    expect(await engine.get(runId)).toMatchObject({ state: 'running', progressRatio: 0.5 });
    server.fastForward(100_000);
    const last = await watch(engine, runId);
    expect(last).toMatchObject({ state: 'success', runSeconds: 200, queueSeconds: 60, inputs: { seed: 7 } });
    if (!last.output) throw new Error('no output');
    expect(sniffMimeType(await engine.fetchOutput(last.output))).toBe('image/webp');
    expect(server.keysLeaked()).toBe(0);
  });

  it('describes itself by a free read', async () => {
    const server = await serve();
    const { name, inputs, workflowVersion } = await engineFor(server, { model }).describe();
    expect(name).toBe(model.name);
    expect(inputs.map(({ id }) => id)).toEqual(model.inputs.map(({ id }) => id));
    expect(workflowVersion).toMatch(model === plainModel ? /^plain$/ : /^[0-9a-f]{64}$/);
    expect(server.ledger()).toEqual([]);
  });
});

describe('the request', () => {
  it('is the plain shape, with our nonce, for any server', async () => {
    const server = await serve();
    await startRun(engineFor(server), { inputs: { strength: 0.5 } });
    const [made] = server.ledger();
    const keys = Object.keys(made?.input ?? {}).sort();
    expect(keys).toEqual(['input_image', 'prompt', 'restyle_nonce', 'seed', 'strength']);
    expect(server.requests).toEqual(['POST /v1/predictions']);
  });

  it('names nothing that a strict model does not know, and sets what has to be set', async () => {
    const server = await serve();
    await startRun(engineFor(server, { model: fluxKontextPro }));
    expect(server.ledger()[0]?.input).toMatchObject({
      aspect_ratio: 'match_input_image',
      output_format: 'png',
      safety_tolerance: 2,
    });
  });

  it('carries the version where the model wants one', async () => {
    const server = await serve();
    const version = '5c7d5dc6dd8bf75c1acaa8565735e7986bc5b66206b55cca93cb72c9bf15ccaa';
    await startRun(engineFor(server, { model: { ...plainModel, version } }));
    expect(server.ledger()[0]?.version).toBe(version);
  });

  it('may wait for a quick picture', async () => {
    const server = await serve({ timing: { startMs: 20, runMs: 80 } });
    const engine = engineFor(server, { waitSeconds: 20 });
    expect((await engine.get(await startRun(engine))).state).toBe('success');
  });

  it.each([
    ['rocket.jpg', 'inline', /^data:image\/jpeg;base64,/],
    ['astronaut.png', 'by way of /v1/files', /\/v1\/files\/\w+$/],
  ])('sends %s %s to Replicate', async (file, _, value) => {
    const server = await serve();
    const engine = engineFor(server, { model: fluxKontextPro });
    const last = await watch(engine, await startRun(engine, { file }));
    expect(server.ledger()[0]?.input.input_image).toMatch(value);
    expect(last.state).toBe('success');
  });

  it('sends no cookie, follows no redirect, and is aborted with its signal', async () => {
    const server = await serve();
    const seen: RequestInit[] = [];
    const engine = engineFor(server, {
      fetch: (url, init = {}) => {
        seen.push(init);
        return fetch(url, init);
      },
    });
    await startRun(engine);
    expect(seen).toHaveLength(1);
    expect(seen[0]).toMatchObject({ credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' });
    const stopped = engine.get('any', AbortSignal.abort());
    await expect(stopped).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('the picture is found', () => {
  it.each(['list', 'object', 'data-url'] as const)('in a %s', async (outcome) => {
    const engine = engineFor(await serve({ outcome }));
    const { output } = await watch(engine, await startRun(engine));
    if (!output) throw new Error('no output');
    const { width } = await sharp(await engine.fetchOutput(output)).metadata();
    expect(width).toBeGreaterThan(100);
  });

  it('nowhere, when there is none', async () => {
    const engine = engineFor(await serve({ outcome: 'nothing' }));
    const last = await watch(engine, await startRun(engine));
    expect(last).toMatchObject({ state: 'success', output: null });
  });
});

describe('a run that does not go well', () => {
  it.each([
    ['failed', 'failed', /flagged as sensitive/],
    ['timeout', 'timeout', /out of time/],
  ] as const)('says why: %s', async (outcome, state, reason) => {
    const engine = engineFor(await serve({ outcome }));
    const runId = await startRun(engine);
    const last = await watch(engine, runId);
    expect(last.state).toBe(state);
    expect(await engine.failureReason(runId)).toMatch(reason);
  });

  it('says in plain words that the picture could not be read', async () => {
    const engine = engineFor(await serve());
    const runId = await engine.start({ inputs: { input_image: 'nothing', prompt: 'x' }, nonce: 'n' });
    expect((await watch(engine, runId)).state).toBe('failed');
    expect(await engine.failureReason(runId)).toBe('The server could not read the picture.');
  });

  it('is cancelled when asked', async () => {
    const engine = engineFor(await serve({ outcome: 'endless' }));
    const runId = await startRun(engine);
    await engine.cancel(runId);
    expect((await engine.get(runId)).state).toBe('cancelled');
  });
});

describe('links of the server', () => {
  it('of its own making are followed, also by an engine that never saw them', async () => {
    const server = await serve({ links: 'own-path', outcome: 'endless' });
    const runId = await startRun(engineFor(server));
    expect(runId).toMatch(/^\/queue\/\w+\/status\?view=full$/);
    const later = engineFor(server);
    await later.cancel(runId);
    expect((await later.get(runId)).state).toBe('cancelled');
    expect(server.requests).toContainEqual(expect.stringMatching(/^POST \/queue\/\w+\/stop$/));
  });

  it.each(['foreign', 'none'] as const)('that are %s are not: the documented ones are', async (links) => {
    const server = await serve({ links, outcome: 'endless' });
    const engine = engineFor(server);
    const runId = await startRun(engine);
    expect(runId).toBe(server.ledger()[0]?.id);
    await engine.cancel(runId);
    expect((await engine.get(runId)).state).toBe('cancelled');
    expect(server.keysLeaked()).toBe(0);
  });
});

describe('trouble has its own code', () => {
  it.each(models)('a wrong key, a web page, a server that is down: $id', async (model) => {
    const server = await serve();
    await expect(engineFor(server, { model, apiKey: 'wrong' }).describe()).rejects.toMatchObject({
      code: 'unauthorized',
    });
    const page = await serve({ manner: 'html' });
    await expect(engineFor(page, { model }).describe()).rejects.toMatchObject({ code: 'network-blocked' });
    await server.close();
    await expect(engineFor(server, { model }).describe()).rejects.toMatchObject({ code: 'unreachable' });
  });

  it('an unknown model, an unknown run, a refused input', async () => {
    const server = await serve();
    const stranger = { ...fluxKontextPro, path: 'somebody/something' };
    const engine = engineFor(server, { model: stranger });
    await expect(engine.describe()).rejects.toMatchObject({ code: 'deployment-not-found' });
    await expect(startRun(engine)).rejects.toMatchObject({ code: 'deployment-not-found' });
    await expect(engine.get('nothing')).rejects.toMatchObject({ code: 'run-not-found' });
    const strict = engineFor(server, { model: fluxKontextPro });
    await expect(startRun(strict, { inputs: { strength: 1 } })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { detail: expect.stringContaining('strength') },
    });
  });

  it('a server without a list is still one', async () => {
    const engine = engineFor(await serve({ list: 'none' }));
    expect(await engine.describe()).toMatchObject({ workflowVersion: 'plain' });
  });
});
