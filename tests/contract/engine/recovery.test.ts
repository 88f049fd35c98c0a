import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCore, createMemoryDisk } from '../../fakes/core.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 2, coldStartMs: 2, runMs: 10, archiveMs: 0 };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterAll(() => standIn.close());

async function runsOf(nonce: string) {
  return (await standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === nonce);
}

describe('an answer that is lost', () => {
  it.each(['dropAfter', 'drop'] as const)('ends in one run: %s', async (kind) => {
    standIn.faults.add({ match: queue, action: { kind } });
    const core = await createCore(standIn, createMemoryDisk());
    const job = await core.runner.start(await core.request());
    expect((await core.end(job.id)).stage.name).toBe('done');
    expect(await runsOf(job.nonce)).toHaveLength(1);
  });

  it.each([500, 502])('is looked for when the server says %i after it has committed', async (status) => {
    const committed = standIn.faults.add({ match: queue, action: { kind: 'holdAfter' } });
    const core = await createCore(standIn, createMemoryDisk(), {
      fetch: async (url, init) => {
        const answering = fetch(url, init);
        if (!url.endsWith('/run/deployment/queue')) return answering;
        await standIn.faults.hit(committed);
        standIn.faults.release(committed);
        await answering;
        return new Response('<html>oops</html>', { status });
      },
    });
    const job = await core.runner.start(await core.request());
    expect((await core.end(job.id)).stage.name).toBe('done');
    expect(await runsOf(job.nonce)).toHaveLength(1);
  });

  it('asks the person when it is lost twice and the list never shows it', async () => {
    standIn.faults.add({ match: queue, times: 2, action: { kind: 'drop' } });
    const core = await createCore(standIn, createMemoryDisk());
    const job = await core.runner.start(await core.request());
    expect((await core.end(job.id)).stage).toMatchObject({ name: 'failed', error: { code: 'uncertain' } });
    expect(await runsOf(job.nonce)).toHaveLength(0);
    await core.runner.retry(job.id);
  });
});
