import { deploymentIdOf } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Workflow } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import { loadConnections, loadWebhook } from '../../platform/connection-store.ts';
import { openConnection } from '../../platform/open-connection.ts';
import type { Services } from '../../platform/services.ts';

/** The workflow a job is for. Raises `not-configured` when its engine is not connected. */
export async function workflowOf({ recipe }: Job, services: Services): Promise<Workflow> {
  const connection = (await loadConnections()).find(({ engine }) => engine === recipe.engine);
  if (!connection || recipe.deploymentId === '')
    throw new AppError('not-configured', `No connection to ${recipe.engine} is stored`);
  if (deploymentIdOf(connection) !== recipe.deploymentId) {
    throw new AppError('connection-changed', `The job is for ${recipe.deploymentId}`);
  }
  const engine = await openConnection(connection, services);
  const { description, prices } = connection;
  const webhook = await loadWebhook(connection, services.database);
  return { engine, description, prices, ...(webhook ? { webhook } : {}) };
}
