import { afterAll, beforeAll, expect, it } from 'vitest';
import { listDeployments } from '#shared/engines/comfydeploy/deployments.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';

let standIn: StandIn;
beforeAll(async () => {
  standIn = await startStandIn();
});
afterAll(() => standIn.close());

const options = () => {
  const { baseUrl, apiKey } = standIn;
  return { baseUrl, apiKey, fetch: globalThis.fetch, clock: createVirtualClock() };
};

it('finds modern and older deployments, though the route shows only one kind at a time', async () => {
  const found = await listDeployments(options());
  expect(found.map(({ id }) => id).sort()).toEqual([standIn.deploymentId, standIn.plainDeploymentId].sort());
  const main = found.find(({ id }) => id === standIn.deploymentId);
  expect(main).toMatchObject({ environment: 'production', updatedAtMs: expect.any(Number) });
  expect(main?.description.inputs.map(({ id }) => id)).toContain('strength');
});

const page = (count: number, from = 0) =>
  Array.from({ length: count }, (_, index) => {
    const day = String(((from + index) % 28) + 1).padStart(2, '0');
    return { id: `d${from + index}`, environment: 'future-kind', updated_at: `2025-08-${day}T00:00Z` };
  });

it('reads page by page, newest first, each deployment once', async () => {
  const asked: string[] = [];
  const fetchPages = async (url: string) => {
    asked.push(new URL(url).search);
    if (url.includes('is_fluid=false')) return Response.json(page(2));
    return Response.json(url.includes('offset=0') ? page(10) : page(3, 10));
  };
  const found = await listDeployments({ ...options(), fetch: fetchPages });
  expect(asked).toHaveLength(3);
  expect(found).toHaveLength(13);
  expect(found[0]).toMatchObject({ id: 'd12', environment: 'future-kind' });
  expect(found.map(({ updatedAtMs }) => updatedAtMs)).toEqual(
    found.map(({ updatedAtMs }) => updatedAtMs ?? 0).sort((one, other) => other - one),
  );
});

it('refuses a wrong key in its own words', async () => {
  const apiKey = standIn.keys.revoked;
  await expect(listDeployments({ ...options(), apiKey })).rejects.toMatchObject({ code: 'unauthorized' });
});
