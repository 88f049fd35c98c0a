import { describe, expect, it } from 'vitest';
import { parseWorkflow } from '#shared/engines/comfyui/workflow.ts';
import { mayHaveStarted } from '#shared/engines/start-outcome.ts';
import type { Dialect } from '../../comfyui-server/options.ts';
import { kontextGraph } from '../../fixtures/kontext-workflow.ts';
import { engineOn, failureOf, openWorkshop, picture, resultOf, start, uploadTo } from './workshop.ts';

const workflowWith = (changes: object) => parseWorkflow(JSON.stringify({ ...kontextGraph, ...changes }));
const model = 'flux1-dev-kontext_fp8_scaled.safetensors';

describe('a server that lacks something', () => {
  it.each<[Dialect, string, RegExp]>([
    ['new', 'FluxKontextImageScale', /misses custom nodes.*FluxKontextImageScale/],
    ['new', model, /misses models.*flux1-dev-kontext.*unet_name of UNETLoader/],
    ['cloud', 'ReferenceLatent', /misses custom nodes.*ReferenceLatent/],
    ['old', 'clip_l.safetensors', /clip_l\.safetensors \(clip_name1 of DualCLIPLoader\)/],
  ])('%s: says so before anything is sent: %s', async (dialect, lacking, words) => {
    const { engine, server } = await openWorkshop({ dialect, lacks: [lacking] });
    const { code, detail } = await failureOf(() => engine.describe());
    expect(code).toBe('workflow-unmet');
    expect(detail).toMatch(words);
    expect(server.requests.filter((request) => !request.startsWith('GET /api/object_info'))).toEqual([]);
  });

  it('names all of it at once', async () => {
    const { engine } = await openWorkshop({ lacks: ['VAEDecode', model] });
    const { detail } = await failureOf(() => engine.describe());
    expect(detail).toMatch(/VAEDecode/);
    expect(detail).toMatch(/kontext_fp8/);
  });

  it('does not take the template’s own picture for a missing one', async () => {
    const workflow = workflowWith({
      10: { class_type: 'LoadImage', inputs: { image: 'of-the-author.png' } },
    });
    const { engine } = await openWorkshop({}, { workflow });
    expect((await engine.describe()).inputs.map(({ id }) => id)).toContain('10.image');
  });

  it('says that paid partner nodes are not for us', async () => {
    const workflow = workflowWith({ 30: { class_type: 'FluxKontextProImageNode', inputs: { prompt: 'x' } } });
    const { engine } = await openWorkshop({}, { workflow });
    expect((await failureOf(() => engine.describe())).detail).toMatch(/FluxKontextProImageNode/);
  });
});

describe('a prompt that is refused', () => {
  it.each<[Dialect, string, RegExp]>([
    ['new', model, /UNETLoader \(node 1\).*kontext_fp8/],
    ['new', 'VAEDecode', /'VAEDecode' not found/],
    ['old', 'VAEDecode', /VAEDecode does not exist/],
  ])('%s: is explained, and no run can have been made: %s', async (dialect, lacking, words) => {
    const { engine, server } = await openWorkshop({ dialect, lacks: [lacking] });
    const { code, detail } = await failureOf(() => start(engine));
    expect(detail).toMatch(words);
    expect(mayHaveStarted(code)).toBe(false);
    expect(server.prompts()).toHaveLength(0);
  });

  it('is explained when the picture was deleted meanwhile', async () => {
    const { engine } = await openWorkshop();
    const { detail } = await failureOf(() => start(engine, { '10.image': 'never-uploaded.png' }));
    expect(detail).toMatch(/LoadImage.*never-uploaded\.png/);
  });

  it.each<Dialect>(['old', 'new'])('%s: is no run when the server cannot even read it', async (dialect) => {
    const spoilt = { ...workflowWith({}), graph: { nodes: [], links: [] } as never };
    const { engine, server } = await openWorkshop({ dialect }, { workflow: spoilt });
    const { code } = await failureOf(() => engine.start({ inputs: {}, nonce: crypto.randomUUID() }));
    expect(code).toBe('invalid-input');
    expect(server.prompts()).toHaveLength(0);
  });

  it('is not left running where only our branch of it was left out', async () => {
    const workflow = workflowWith({
      40: { class_type: 'LoadImage', inputs: { image: ['41', 0] } },
      41: { class_type: 'PrimitiveString', inputs: { value: 'any' } },
      42: { class_type: 'PreviewImage', inputs: { images: ['40', 0] } },
    });
    const { engine, server } = await openWorkshop({ runMs: 5_000 }, { workflow });
    const { code, detail } = await failureOf(() => start(engine, { '10.image': 'never-uploaded.png' }));
    expect(code).toBe('invalid-input');
    expect(detail).toMatch(/never-uploaded/);
    await expect.poll(() => server.prompts().filter(({ state }) => state === 'running')).toEqual([]);
    expect(server.prompts()).toHaveLength(1);
  });

  it('reaches newer servers under a UUID whatever the nonce', async () => {
    const { engine, server } = await openWorkshop({ dialect: 'master' });
    const inputs = { '10.image': await uploadTo(engine) };
    const runId = await engine.start({ inputs, nonce: 'id-7' });
    expect(server.prompts()[0]?.id).toBe(runId);
    expect(await engine.reconcile({ nonce: 'id-7', sentAtMs: 0 })).toEqual({ state: 'found', runId });
  });
});

describe('a server that keeps browsers out', () => {
  const asExtension = (url: string, init?: RequestInit) => {
    const headers = new Headers(init?.headers);
    headers.set('Origin', 'chrome-extension://abcdefgh');
    return fetch(url, { ...init, headers });
  };

  it('is recognised by its wordless 403, and the way out is named', async () => {
    const { engine } = await openWorkshop({}, { fetch: asExtension });
    const { code, detail } = await failureOf(() => uploadTo(engine));
    expect(code).toBe('forbidden');
    expect(detail).toMatch(/--enable-cors-header/);
  });

  it('lets us in with --enable-cors-header', async () => {
    const { engine } = await openWorkshop({ hasCorsHeader: true }, { fetch: asExtension });
    expect((await resultOf(engine)).byteLength).toBeGreaterThan(100);
  });

  it('cannot be told from one that is not there, so all causes are listed', async () => {
    const { engine, server } = await openWorkshop();
    await server.close();
    const { code, detail, host } = await failureOf(() => engine.describe());
    expect(code).toBe('unreachable');
    expect(detail).toMatch(/not running/);
    expect(server.baseUrl).toContain(host);
  });
});

describe('uploads', () => {
  it('share a name with equal pictures and overwrite no others', async () => {
    const { engine, server } = await openWorkshop();
    const red = await uploadTo(engine, await picture('#c33'));
    expect(await uploadTo(engine, await picture('#c33'))).toBe(red);
    expect(await uploadTo(engine, await picture('#3c3'))).not.toBe(red);
    expect(server.uploadedNames()).toHaveLength(2);
    expect(red).toMatch(/^restyle-[0-9a-f]{64}\.png$/);
  });

  it('that are too large for the server are refused as such', async () => {
    const { engine } = await openWorkshop({ maxUploadBytes: 100 });
    expect(await failureOf(() => uploadTo(engine))).toMatchObject({ code: 'picture-too-large', status: 413 });
  });
});

describe('the key', () => {
  it('goes to the server and to nobody else, without cookies', async () => {
    const seen: { url: string; init: RequestInit }[] = [];
    const { server } = await openWorkshop({ apiKey: 'secret' });
    const engine = engineOn(server, {
      apiKey: 'secret',
      fetch: (url, init = {}) => {
        seen.push({ url, init });
        return fetch(url, init);
      },
    });
    await resultOf(engine);
    await engine.fetchOutput({ url: 'http://127.0.0.1:9/elsewhere.png', fileName: 'x' }).catch(() => {});
    for (const { url, init } of seen) {
      expect(JSON.stringify(init.headers).includes('secret')).toBe(url.startsWith(server.baseUrl));
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'manual', referrerPolicy: 'no-referrer' });
    }
    expect(seen.some(({ url }) => url.includes(':9/'))).toBe(true);
  });

  it.each<Dialect>(['new', 'cloud'])('%s: a wrong one is named as such', async (dialect) => {
    const { server } = await openWorkshop({ dialect, apiKey: 'right' });
    const engine = engineOn(server, { apiKey: 'wrong' });
    expect(await failureOf(() => engine.describe())).toMatchObject({ code: 'unauthorized' });
  });
});
