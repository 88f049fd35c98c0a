import { deploymentIdOf } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { strengthRange } from '#shared/inputs/values.ts';
import type { Listing } from '#shared/pairing/verbs.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import type { DeskDeps } from './desk-deps.ts';

/** What a guest may choose from, and how much of it. */
export async function listFor(
  pairingId: string,
  { services, store }: Pick<DeskDeps, 'services' | 'store'>,
): Promise<Listing> {
  const grant = (await store.list()).find(({ id }) => id === pairingId)?.grant;
  const { shown } = await services.presets.load();
  return {
    workflow: await describeWorkflow(),
    presets: shown.map(({ id, name, description, prompt, strength, builtIn }) => ({
      ...{ id, name, description, prompt, strength, builtIn },
    })),
    grant: { runsLeft: grant?.runsLeft ?? 0, untilMs: grant?.untilMs ?? 0 },
    can: ['handoff', 'presets'],
  };
}

/** Raises `not-configured` while the browser has no engine. */
export async function mainConnection() {
  const connection = await loadMainConnection();
  if (!connection) throw new AppError('not-configured', 'The browser is not connected to an engine');
  return connection;
}

async function describeWorkflow(): Promise<Listing['workflow']> {
  const connection = await mainConnection();
  const { description, prices } = connection;
  const { gpu } = description;
  return {
    id: deploymentIdOf(connection),
    name: description.name,
    version: description.workflowVersion,
    strength: strengthRange(description.inputs, rolesOf(description)),
    isKontext: description.scaling === 'kontext',
    gpu,
    usdPerSecond: prices[gpu ?? ''] ?? null,
  };
}
