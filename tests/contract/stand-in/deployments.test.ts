import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Client, startClient } from './harness.ts';

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(() => client.standIn.close());

type Deployment = {
  id: string;
  gpu: string | null;
  input_types: { input_id: string; min_value: number | null; max_value: number | null }[];
  output_types: unknown[];
  version: { workflow_api: Record<string, { class_type: string; inputs: Record<string, unknown> }> };
};

const get = async (id: string) => (await client.call('GET', `/deployment/${id}`)).body as Deployment;
const list = async (query: string) => (await client.call('GET', `/deployments${query}`)).body as Deployment[];

it('lists the inputs without the seed, and no outputs', async () => {
  const deployment = await get(client.standIn.deploymentId);
  expect(deployment.input_types.map(({ input_id }) => input_id).sort()).toEqual([
    'input_image',
    'prompt',
    'strength',
  ]);
  expect(deployment.input_types.find(({ input_id }) => input_id === 'strength')).toMatchObject({
    min_value: 0.1,
    max_value: 1,
  });
  expect(deployment.output_types).toEqual([]);
});

it('tells of seed, default picture and output in the graph alone', async () => {
  const { version } = await get(client.standIn.deploymentId);
  const node = (classType: string) =>
    Object.values(version.workflow_api).find(({ class_type }) => class_type === classType)?.inputs;
  expect(node('ComfyUIDeployExternalSeed')).toMatchObject({
    input_id: 'seed',
    min_value: 1,
    max_value: 4294967295,
  });
  expect(node('ComfyDeployOutputImage')).toMatchObject({ output_id: 'output_image', file_type: 'webp' });
  const picture = await fetch(String(node('ComfyUIDeployExternalImage')?.default_value_url));
  expect(picture.headers.get('content-type')).toBe('image/png');
});

it('has an older deployment without strength', async () => {
  const deployment = await get(client.standIn.plainDeploymentId);
  expect(deployment.input_types.map(({ input_id }) => input_id).sort()).toEqual(['input_image', 'prompt']);
  expect(deployment.gpu).toBeNull();
});

it('hides modern deployments unless asked with is_fluid', async () => {
  const { deploymentId, plainDeploymentId } = client.standIn;
  expect((await list('')).map(({ id }) => id)).toEqual([plainDeploymentId]);
  expect((await list('?is_fluid=true')).map(({ id }) => id)).toEqual([deploymentId]);
  expect(await list('?is_fluid=true&environment=staging')).toEqual([]);
  expect(await list('?is_fluid=true&page_size=5&offset=1')).toEqual([]);
  expect((await client.call('GET', '/deployments?is_fluid=perhaps')).status).toBe(422);
  expect((await client.call('GET', '/deployments?page_size=many')).status).toBe(422);
});
