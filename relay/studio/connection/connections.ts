import { type ComfyDeployConnection, parseConnection } from '#shared/connection/connection.ts';
import { listDeployments } from '#shared/engines/comfydeploy/deployments.ts';
import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import type { Engine } from '#shared/engines/engine.ts';
import type { Politeness } from '#shared/engines/http/politeness.ts';
import { guessRoles } from '#shared/inputs/roles.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import { systemClock } from '#shared/platform.ts';
import type { HttpFetch, KeyValueStore } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';
import type { OneTab } from '../platform/one-tab.ts';
import { apiUrl, pictureUrl, relayFetch } from '../platform/relay.ts';

const documentKey = 'workflows';
const documentSchema = z.object({
  version: z.literal(1),
  chosenId: z.nullable(z.string()),
  list: z.array(z.unknown()),
  listedAtMs: z.number(),
});

/** The workflows that a member may run, as they were when they were last asked for. */
export type Offered = {
  /** The newest first. */
  list: readonly ComfyDeployConnection[];
  chosen: ComfyDeployConnection | null;
  listedAtMs: number;
};

const nothing: Offered = { list: [], chosen: null, listedAtMs: 0 };

/** The list carries every workflow's whole graph over a phone's line. */
export const freshMs = 60 * 60_000;

type Parts = { politeness: Politeness; stillOurs: OneTab['stillOurs'] };

/** What changes or costs something is sent by the tab alone whose turn it is. */
const inTurn =
  (stillOurs: OneTab['stillOurs']): HttpFetch =>
  async (url, init) => {
    if (init?.method !== undefined && init.method !== 'GET') await stillOurs();
    return relayFetch(url, init);
  };

/** Which of the team's workflows there are behind the relay, and which is in use. */
export function createConnections(documents: KeyValueStore, { politeness, stillOurs }: Parts) {
  const ports = { fetch: inTurn(stillOurs), clock: systemClock, politeness };

  function engineOf(deploymentId: string, outputId: string | null): Engine {
    const place = { baseUrl: apiUrl, apiKey: '', deploymentId, outputId, pictureUrl, tellsPreset: true };
    return createComfyDeployEngine({ ...ports, ...place });
  }

  async function load(): Promise<Offered> {
    const { data } = documentSchema.safeParse(await documents.get(documentKey));
    return data ? offeredFrom(data.list, data.chosenId, data.listedAtMs) : nothing;
  }

  async function keep({ list, chosen, listedAtMs }: Offered): Promise<void> {
    const chosenId = chosen?.deploymentId ?? null;
    await documents.set(documentKey, { version: 1, list, chosenId, listedAtMs });
  }

  return {
    load,

    /** Asks the relay what there is. Raises the codes of a read. */
    async look(): Promise<Offered> {
      const found = await listDeployments({ ...ports, baseUrl: apiUrl, apiKey: null });
      const prices = await engineOf('', null)
        .prices()
        .catch(() => ({}));
      const list = found
        .filter(({ description }) => guessRoles(description.inputs).picture !== null)
        .map(({ id, description }) => connectionTo(id, description, prices));
      const { chosen } = await load();
      const offered = offeredFrom(list, chosen?.deploymentId ?? null, systemClock.nowMs());
      await keep(offered);
      return offered;
    },

    async choose(deploymentId: string): Promise<Offered> {
      const { list, listedAtMs } = await load();
      const offered = offeredFrom(list, deploymentId, listedAtMs);
      await keep(offered);
      return offered;
    },

    /** A job's own workflow, also when another is in use by now. */
    async workflowOf({ recipe }: Job): Promise<Workflow> {
      const { list } = await load();
      const known = list.find(({ deploymentId }) => deploymentId === recipe.deploymentId);
      const engine = engineOf(recipe.deploymentId, known?.description.outputId ?? null);
      const description = known?.description ?? (await engine.describe());
      return { engine, description, prices: known?.prices ?? {} };
    },
  };
}

function offeredFrom(stored: readonly unknown[], chosenId: string | null, listedAtMs: number): Offered {
  const list = stored.flatMap((each) => {
    const connection = parseConnection(each);
    return connection?.engine === 'comfydeploy' ? [connection] : [];
  });
  const chosen = list.find(({ deploymentId }) => deploymentId === chosenId) ?? list[0] ?? null;
  return { list, chosen, listedAtMs };
}

function connectionTo(
  deploymentId: string,
  description: ComfyDeployConnection['description'],
  prices: ComfyDeployConnection['prices'],
): ComfyDeployConnection {
  return { version: 1, engine: 'comfydeploy', baseUrl: apiUrl, deploymentId, hosts: [], description, prices };
}
