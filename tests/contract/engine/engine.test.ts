import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';
import { describeJob } from '#shared/jobs/describe-job.ts';
import { connectionTo, createCore, createMemoryDisk } from '../../fakes/core.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 2, coldStartMs: 2, runMs: 10, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };
const outputs = { method: 'GET', path: '/outputs/' };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterAll(() => standIn.close());
afterEach(() => standIn.faults.clear());

async function restyle(photo?: string) {
  const disk = createMemoryDisk();
  const core = await createCore(standIn, disk);
  const { id } = await core.runner.start(await core.request(photo));
  return { job: await core.end(id), disk, core };
}

describe('a job that goes well', () => {
  it('brings back a PNG in the shape of its source, with seed, figures and cost', async () => {
    const { job, disk } = await restyle('rocket.jpg');
    if (job.stage.name !== 'done') throw new Error(JSON.stringify(job.stage));
    const { result, figures } = job.stage;
    const aspect = job.context.widthPx / job.context.heightPx;
    expect(Math.abs(result.widthPx - result.heightPx * aspect)).toBeLessThanOrEqual(1);
    expect(sniffMimeType((await disk.blobs.get(result.key))?.bytes ?? new Uint8Array())).toBe('image/png');
    expect(figures.costUsd).toBeGreaterThan(0);
    const run = (await standIn.ledger()).find(({ inputs }) => inputs.restyle_nonce === job.nonce);
    expect(run?.inputs).toMatchObject({ seed: 42, strength: expect.any(Number), prompt: job.recipe.prompt });
  });

  it('sends no cookie and gives the key to nobody but the API', async () => {
    const seen: { url: string; init: RequestInit }[] = [];
    const core = await createCore(standIn, createMemoryDisk(), {
      fetch: (url, init = {}) => {
        seen.push({ url, init });
        return fetch(url, init);
      },
    });
    const { id } = await core.runner.start(await core.request());
    expect((await core.end(id)).stage.name).toBe('done');
    for (const { url, init } of seen) {
      const hasKey = JSON.stringify(init.headers).includes(standIn.apiKey);
      expect(hasKey).toBe(url.startsWith(standIn.baseUrl));
      expect(init).toMatchObject({ credentials: 'omit', redirect: 'manual' });
    }
    expect(seen.some(({ url }) => url.startsWith(standIn.storageUrl))).toBe(true);
  });
});

describe('a job that cannot go well', () => {
  const html = { kind: 'status', status: 200, html: '<html>hello</html>' } as const;
  it.each<[string, Parameters<StandIn['faults']['add']>[0], ErrorCode]>([
    [
      'the run fails',
      { match: queue, action: { kind: 'runOutcome', outcome: 'failed', logs: ['CUDA out of memory'] } },
      'run-failed',
    ],
    [
      'the run takes too long',
      { match: queue, action: { kind: 'runOutcome', outcome: 'timeout' } },
      'run-timeout',
    ],
    [
      'success without outputs',
      { match: queue, action: { kind: 'runOutcome', outcome: 'no-outputs' } },
      'no-output',
    ],
    [
      'the result is a web page',
      { match: queue, action: { kind: 'runOutcome', outcome: 'html-output' } },
      'result-unreadable',
    ],
    [
      'the upload answers HTML',
      { match: { method: 'POST', path: '/api/file/upload' }, action: html },
      'network-blocked',
    ],
    [
      'the key was revoked meanwhile',
      { match: queue, action: { kind: 'status', status: 401, json: { detail: 'Revoked token' } } },
      'unauthorized',
    ],
  ])('ends in its own sentence: %s', async (_, rule, code) => {
    standIn.faults.add({ ...rule, times: 'always' });
    const { job } = await restyle();
    expect(job.stage).toMatchObject({ name: 'failed', error: { code } });
  });

  it('says why the workflow failed, from the logs', async () => {
    standIn.faults.add({
      match: queue,
      action: { kind: 'runOutcome', outcome: 'failed', logs: ['CUDA out of memory'] },
    });
    const { job } = await restyle();
    expect(job.stage).toMatchObject({ error: { detail: expect.stringContaining('ran out of memory') } });
  });

  it('waits out a network that breaks in mid-run, and finishes the same run', async () => {
    standIn.faults.add({ match: { path: '^/api/run/[0-9a-f-]{36}$' }, times: 6, action: { kind: 'drop' } });
    standIn.faults.add({ match: outputs, times: 2, action: { kind: 'truncate' } });
    const { job } = await restyle();
    expect(job.stage.name).toBe('done');
    expect((await standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === job.nonce)).toHaveLength(
      1,
    );
  });

  it('fetches the link anew when it has expired', async () => {
    standIn.faults.add({ match: queue, action: { kind: 'runOutcome', outcome: 'presigned-output' } });
    standIn.faults.add({ match: outputs, action: { kind: 'status', status: 403, html: '<Error/>' } });
    const { job } = await restyle();
    expect(job.stage.name).toBe('done');
  });

  it('continues at no cost from a result that could not be read', async () => {
    standIn.faults.add({
      match: outputs,
      times: 'always',
      action: { kind: 'status', status: 404, html: 'gone' },
    });
    const { job, core } = await restyle();
    expect(job.stage).toMatchObject({ name: 'failed', error: { code: 'result-unreadable' } });
    standIn.faults.clear();
    await core.runner.retry(job.id);
    expect((await core.end(job.id)).stage.name).toBe('done');
    expect((await standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === job.nonce)).toHaveLength(
      1,
    );
  });
});

describe('cancelling', () => {
  it('before anything is sent ends the job without a run', async () => {
    const held = standIn.faults.add({ match: { path: '/api/file/upload' }, action: { kind: 'holdBefore' } });
    const core = await createCore(standIn, createMemoryDisk());
    const { id, nonce } = await core.runner.start(await core.request());
    await standIn.faults.hit(held);
    await core.runner.cancel(id);
    standIn.faults.release(held);
    expect((await core.end(id)).stage.name).toBe('cancelled');
    expect((await standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === nonce)).toHaveLength(0);
  });

  it('while the request is in flight cancels the run as soon as it is known', async () => {
    standIn.setTiming({ ...timing, runMs: 60_000 });
    const held = standIn.faults.add({ match: queue, action: { kind: 'holdAfter' } });
    const core = await createCore(standIn, createMemoryDisk());
    const { id, nonce } = await core.runner.start(await core.request());
    await standIn.faults.hit(held);
    await core.runner.cancel(id);
    standIn.faults.release(held);
    expect((await core.end(id)).stage.name).toBe('cancelled');
    const [run] = (await standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === nonce);
    expect(run?.status).toBe('cancelled');
    standIn.setTiming(timing);
  });
});

describe('connecting', () => {
  it('describes the workflow, with the seed input that the server leaves out', async () => {
    const { description } = await connectionTo(standIn);
    expect(description.inputs.map(({ kind }) => kind).sort()).toEqual(['number', 'picture', 'seed', 'text']);
    expect(description.outputId).toBe('output_image');
  });

  it.each<[string, Partial<StandIn>, ErrorCode]>([
    ['a wrong key', { apiKey: 'eyJhbGciOiJIUzI1NiJ9.eyJ4IjoxfQ.AAAA' }, 'unauthorized'],
    ['no key', { apiKey: ' ' }, 'unauthorized'],
    [
      'an unknown deployment',
      { deploymentId: '00000000-0000-4000-8000-000000000000' },
      'deployment-not-found',
    ],
    ['a server that is down', { baseUrl: 'http://127.0.0.1:9/api' }, 'unreachable'],
  ])('says what is wrong with %s', async (_, change, code) => {
    await expect(connectionTo({ ...standIn, ...change })).rejects.toMatchObject({ code });
  });

  it('knows a web page from ComfyDeploy', async () => {
    await expect(
      connectionTo({ ...standIn, baseUrl: `${standIn.storageUrl}/nothing` }),
    ).rejects.toMatchObject({
      code: 'unexpected-answer',
    });
  });
});

describe('a workflow that takes its own value without a word', () => {
  it('is noticed by what its run has recorded, and told', async () => {
    const core = await createCore(standIn, createMemoryDisk(), {
      async fetch(url, init) {
        const response = await fetch(url, init);
        if (!/\/api\/run\/[0-9a-f-]{36}\?/.test(url)) return response;
        const run = (await response.json()) as { workflow_inputs: Record<string, unknown> };
        const changed = { ...run, workflow_inputs: { ...run.workflow_inputs, strength: 0.123 } };
        return new Response(JSON.stringify(changed), { status: response.status });
      },
    });
    const { id } = await core.runner.start(await core.request());
    const job = await core.end(id);
    expect(job.stage).toMatchObject({ name: 'done', figures: { substituted: ['strength'] } });
    expect(describeJob(job)).toBe('Done, but the workflow used its own strength');
  });

  it('is not suspected where all is as asked', async () => {
    const { job } = await restyle();
    expect(job.stage.name === 'done' && job.stage.figures.substituted).toBeUndefined();
  });
});
