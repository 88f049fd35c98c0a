import { createComfyDeployEngine } from '#shared/engines/comfydeploy/engine.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import { systemClock } from '#shared/platform.ts';
import { loadApiKey, loadConnection } from '../../platform/connection-store.ts';
import type { Database } from '../../platform/database.ts';
import { hostFetch } from '../../platform/host-fetch.ts';

/** The connected workflow. Raises `not-configured` when there is none, `unauthorized` without a readable key. */
export async function connectedWorkflow(database: Promise<Database>): Promise<Workflow> {
  const connection = await loadConnection();
  if (!connection) throw new AppError('not-configured', 'No connection is stored');
  const apiKey = await loadApiKey(database);
  if (apiKey === null) throw new AppError('unauthorized', 'The stored key cannot be opened on this device');
  const { baseUrl, deploymentId, description, prices } = connection;
  const engine = createComfyDeployEngine({
    baseUrl,
    apiKey,
    deploymentId,
    outputId: description.outputId,
    fetch: hostFetch,
    clock: systemClock,
  });
  return { engine, description, prices };
}
