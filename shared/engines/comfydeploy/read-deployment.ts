import { deploymentSchema, type WireDeployment } from '#shared/engines/comfydeploy/wire.ts';
import type { Api, ApiCall } from '#shared/engines/http/api.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';

/** The deployment as the server tells it. Raises `deployment-not-found` where there is none of this id. */
export async function readDeployment(
  api: Api,
  deploymentId: string,
  limits: Pick<ApiCall, 'signal' | 'timeoutMs'>,
): Promise<WireDeployment> {
  const call = { ...limits, notFound: 'deployment-not-found' } as const;
  try {
    return (await api.json(`/deployment/${deploymentId}`, deploymentSchema, call)).data;
  } catch (error) {
    throw isHiddenNotFound(error) ? new AppError('deployment-not-found', deploymentId) : error;
  }
}

/** An unknown deployment comes back as a JSON 500: the route swallows its own 404. */
function isHiddenNotFound(error: unknown): boolean {
  return isAppError(error) && error.data.status === 500 && /internal server error/i.test(error.data.detail);
}
