import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { furtherInputs, type InputValues } from '#shared/inputs/further-inputs.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import { systemClock } from '#shared/platform.ts';
import { connectionTo, createCore, createMemoryDisk } from '../../fakes/core.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

const timing = { queueMs: 0, coldStartMs: 40, runMs: 40, archiveMs: 0 };

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn({ timing, megapixels: 0.02 });
});
afterAll(() => standIn.close());

const engineOf = (deploymentId: string) =>
  createComfyDeployEngine({ ...standIn, deploymentId, fetch: globalThis.fetch, clock: systemClock });

type Delivery = { method: string; url: string; body: Record<string, unknown> };

/** A team's own server, that keeps what it is told. */
async function listen() {
  const deliveries: Delivery[] = [];
  let onDelivery = () => {};
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    deliveries.push({
      method: request.method ?? '',
      url: request.url ?? '',
      body: JSON.parse(Buffer.concat(chunks).toString()),
    });
    response.end();
    onDelivery();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/restyle?secret=of-the-team`;
  /** Resolves once one says so. */
  const until = (isIt: (delivery: Delivery) => boolean) =>
    new Promise<Delivery>((resolve) => {
      onDelivery = () => {
        const found = deliveries.find(isIt);
        if (found) resolve(found);
      };
      onDelivery();
    });
  return { url, deliveries, until, close: () => server.close() };
}

it('tells the team’s own server of a job’s run, from its start to its end', async () => {
  const team = await listen();
  const { description, prices } = await connectionTo(standIn);
  const engine = engineOf(standIn.deploymentId);
  const webhook = { url: team.url, everyStep: true };
  const core = await createCore(standIn, createMemoryDisk(), {
    workflow: async () => ({ engine, description, prices, webhook }),
  });
  const job = await core.runner.start(await core.request());
  expect((await core.end(job.id)).stage.name).toBe('done');
  const last = await team.until(({ body }) => body.status === 'success');
  expect(last).toMatchObject({ method: 'POST', url: '/restyle?secret=of-the-team' });
  expect(last.body).toMatchObject({ event_type: 'run.updated', run_id: expect.any(String) });
  expect(team.deliveries.some(({ body }) => body.status === 'running')).toBe(true);
  team.close();
});

it.each([
  ['takes the GPU asked for where the deployment has none', () => standIn.plainDeploymentId, 'L4'],
  ['leaves a deployment its own', () => standIn.deploymentId, 'L40S'],
])('%s', async (_, deploymentId, gpu) => {
  const engine = engineOf(deploymentId());
  const runId = await engine.start({ inputs: {}, nonce: crypto.randomUUID(), gpu: 'L4' });
  expect((await engine.get(runId)).gpu).toBe(gpu);
});

it('keeps the cost of a cold start apart from that of the run', async () => {
  const cold = await startStandIn({ timing, megapixels: 0.02 });
  const core = await createCore(cold, createMemoryDisk());
  const { id } = await core.runner.start(await core.request());
  const { stage } = await core.end(id);
  if (stage.name !== 'done') throw new Error(stage.name);
  const { runSeconds, costUsd, gpu, startSeconds, startCostUsd } = stage.figures;
  const price = core.connection.prices[gpu ?? ''] ?? 0;
  expect(gpu).toBe('L40S');
  expect(startSeconds).toBeGreaterThan(0);
  expect(costUsd).toBeCloseTo((runSeconds ?? 0) * price, 9);
  expect(startCostUsd).toBeCloseTo((startSeconds ?? 0) * price, 9);
  await cold.close();
});

it('sends what a person has set of the workflow’s further inputs, and the picture shows it', async () => {
  const open = await startStandIn({ timing, megapixels: 0.02, hasSettings: true });
  const connection = await connectionTo(open);
  const labels = furtherInputs(connection.description).map(({ label }) => label);
  expect(labels).toEqual(['Guidance', 'Steps', 'Sampler']);
  const core = await createCore(open, createMemoryDisk());
  const wishes = { preset: null, typed: 'film noir', strength: 0.4, seed: 7 };
  const run = async (inputs: InputValues) => {
    const recipe = newRecipe(connection, { ...wishes, inputs });
    const { id } = await core.runner.start({ ...(await core.request()), recipe });
    const { stage } = await core.end(id);
    return stage.name === 'done' ? stage.result.key : stage;
  };
  const own = await run({});
  expect(await run({ guidance: 5, steps: 32, sampler: 'heun' })).not.toEqual(own);
  expect(open.ledger().at(-1)?.inputs).toMatchObject({ guidance: 5, steps: 32, sampler: 'heun' });
  await open.close();
});
