import { cancelRun } from '#shared/engines/comfyui/cancel.ts';
import type { Api } from '#shared/engines/comfyui/http.ts';
import { explainNodeErrors, type NodeErrors, nodeErrorsOf } from '#shared/engines/comfyui/node-errors.ts';
import { promptIdFor } from '#shared/engines/comfyui/prompt-id.ts';
import { nonceField } from '#shared/engines/comfyui/reconcile.ts';
import { promptAnswerSchema } from '#shared/engines/comfyui/wire.ts';
import { type ComfyUiWorkflow, fillWorkflow } from '#shared/engines/comfyui/workflow.ts';
import type { RunRequest } from '#shared/engines/engine.ts';
import { AppError, isAppError } from '#shared/errors/app-error.ts';

export type StartContext = {
  api: Api;
  workflow: ComfyUiWorkflow;
  signal?: AbortSignal | undefined;
};

/**
 * Queues one run, once, under an id made from the nonce. Answers the id the server keeps it under.
 * Raises `invalid-input` with ComfyUI's own complaint when the workflow is refused.
 */
export async function startRun(request: RunRequest, context: StartContext): Promise<string> {
  const { api, workflow, signal } = context;
  const promptId = await promptIdFor(request.nonce);
  const body = {
    prompt: fillWorkflow(workflow, request.inputs),
    prompt_id: promptId,
    // A socket for each run, which can be opened again by who knows nothing but the run.
    client_id: promptId,
    extra_data: { [nonceField]: request.nonce },
  };
  const { data } = await api
    .json('/prompt', promptAnswerSchema, { method: 'POST', body, signal })
    .catch((error: unknown) => {
      throw isCrash(error) ? new AppError('invalid-input', unreadableGraph) : error;
    });
  const errors = nodeErrorsOf(data.node_errors);
  if (skipsOurOutput(errors, workflow.outputId)) {
    await cancelRun(api, data.prompt_id, signal).catch(() => {});
    throw new AppError('invalid-input', explainNodeErrors(errors) ?? unreadableGraph);
  }
  return data.prompt_id;
}

const unreadableGraph = 'ComfyUI could not read the workflow. Export it anew: Workflow > Export (API).';

/** What its web server says of an exception while reading a graph, which comes before queueing. */
function isCrash(error: unknown): boolean {
  return (
    isAppError(error) && error.data.status === 500 && /500 Internal Server Error/.test(error.data.detail)
  );
}

/** With several outputs, a branch that does not validate is left out without a word, and the rest runs. */
function skipsOurOutput(errors: NodeErrors, outputId: string | null): boolean {
  return Object.entries(errors).some(
    ([nodeId, { dependent_outputs }]) =>
      outputId === null || nodeId === outputId || (dependent_outputs ?? [outputId]).includes(outputId),
  );
}
