import { nonceInput } from '#shared/engines/comfydeploy/reconcile.ts';
import { queueAnswerSchema } from '#shared/engines/comfydeploy/wire.ts';
import type { RunRequest } from '#shared/engines/engine.ts';
import type { Api } from '#shared/engines/http/api.ts';
import { withPreset } from '#shared/engines/http/relay-preset.ts';

type StartContext = {
  api: Api;
  deploymentId: string;
  /** That the server is a relay, which takes down by what preset a run is made. */
  tellsPreset: boolean;
  signal: AbortSignal | undefined;
};

/** Queues one run, once; answers its id. */
export async function startRun(request: RunRequest, context: StartContext): Promise<string> {
  const { api, deploymentId, tellsPreset, signal } = context;
  const path = withPreset('/run/deployment/queue', tellsPreset ? request.preset : undefined);
  const body = queueBody(deploymentId, request);
  const call = { method: 'POST', body, signal, notFound: 'deployment-not-found' } as const;
  return (await api.json(path, queueAnswerSchema, call)).data.run_id;
}

/** What is not chosen is left out: the server then takes the deployment's own. */
function queueBody(deploymentId: string, { inputs, nonce, gpu, webhook }: RunRequest) {
  return {
    deployment_id: deploymentId,
    inputs: { ...inputs, [nonceInput]: nonce },
    ...(gpu === undefined ? {} : { gpu }),
    ...(webhook ? { webhook: webhook.url, webhook_intermediate_status: webhook.everyStep } : {}),
  };
}
