import type { ObjectStore } from '../storage/object-store.ts';
import { signLink } from '../storage/signed-link.ts';
import { progressOf } from './progress.ts';
import { type Run, type RunOutput, statusOf } from './run.ts';

/** Where outputs are read, and which links still work. */
export type OutputPlace = { storageUrl: string; objects: ObjectStore; nowMs: number };

const signedForSeconds = 3600;

/** Six fractional digits, as the run endpoint writes times. */
const micros = (ms: number) => new Date(ms).toISOString().replace('Z', '000Z');
const microsOrNull = (ms: number | null) => (ms === null ? null : micros(ms));
/** Three digits, as lists, logs and webhooks do. */
export const millis = (ms: number) => new Date(ms).toISOString();
const millisOrNull = (ms: number | null) => (ms === null ? null : millis(ms));

const seconds = (fromMs: number | null, toMs: number | null) =>
  fromMs === null || toMs === null ? null : (toMs - fromMs) / 1000;

/**
 * Public objects have lasting links, private ones a link signed anew at each look. A run scripted as
 * `expired-output` hands out dead links until one was tried in vain: looking again then helps.
 */
function linkTo(run: Run, key: string, place: OutputPlace): string {
  const url = `${place.storageUrl}/${key}`;
  if (place.objects.get(key)?.isPublic !== false) return url;
  const isStale = run.script?.outcome === 'expired-output' && place.objects.refusals(key) === 0;
  const signedAtMs = isStale ? place.nowMs - (signedForSeconds + 60) * 1000 : place.nowMs;
  return `${url}?${signLink({ method: 'GET', key, signedAtMs, expiresSeconds: signedForSeconds })}`;
}

function outputData(run: Run, output: RunOutput, place: OutputPlace) {
  if ('text' in output.content) return { [output.kind]: [output.content.text] };
  const { key } = output.content;
  const media = {
    url: linkTo(run, key, place),
    type: 'output',
    filename: key.slice(key.lastIndexOf('/') + 1),
    is_public: place.objects.get(key)?.isPublic ?? true,
    subfolder: '',
    upload_duration: 0.31,
  };
  return { [output.kind]: [media] };
}

export function viewOutputs(run: Run, place: OutputPlace) {
  return run.outputs.map((output) => ({
    id: output.id,
    output_id: output.outputId,
    run_id: run.id,
    data: outputData(run, output, place),
    node_meta: { node_id: output.nodeId },
    created_at: micros(output.createdAtMs),
    updated_at: micros(output.createdAtMs),
    type: null,
    node_id: null,
  }));
}

/** The answer of `GET /run/{id}` (WorkflowRunModel): no deployment, no cost, no error text. */
export function viewRun(run: Run, place: OutputPlace, queuePosition: number | null) {
  const { progress, liveStatus } = progressOf(run, place.nowMs);
  const updatedAtMs =
    run.endedAtMs ?? run.runningAtMs ?? run.startedAtMs ?? run.queuedAtMs ?? run.createdAtMs;
  return {
    id: run.id,
    workflow_version_id: run.deployment.workflowVersionId,
    workflow_inputs: run.inputs,
    workflow_id: run.deployment.workflowId,
    machine_id: run.deployment.machineId,
    origin: run.origin,
    status: statusOf(run),
    ended_at: microsOrNull(run.endedAtMs),
    created_at: micros(run.createdAtMs),
    updated_at: micros(updatedAtMs),
    queued_at: microsOrNull(run.queuedAtMs),
    started_at: microsOrNull(run.startedAtMs),
    gpu_event_id: run.gpuEventId,
    gpu: run.gpu,
    machine_version: null,
    machine_type: 'comfy-deploy-serverless',
    modal_function_call_id: run.functionCallId,
    user_id: run.caller.userId,
    org_id: run.caller.orgId,
    live_status: liveStatus,
    progress,
    is_realtime: false,
    webhook: run.webhook,
    webhook_status: null,
    webhook_intermediate_status: run.webhookIntermediate,
    outputs: viewOutputs(run, place),
    number: 0,
    duration: seconds(run.createdAtMs, run.endedAtMs),
    cold_start_duration: seconds(run.queuedAtMs, run.startedAtMs),
    cold_start_duration_total: seconds(run.createdAtMs, run.startedAtMs),
    run_duration: seconds(run.startedAtMs, run.endedAtMs),
    queue_position: queuePosition,
  };
}

/** A row of `GET /deployment/{id}/runs`: no outputs, and the duration is a string. */
export function viewRow(run: Run) {
  const duration = seconds(run.startedAtMs, run.endedAtMs);
  return {
    id: run.id,
    status: statusOf(run),
    created_at: millis(run.createdAtMs),
    started_at: millisOrNull(run.startedAtMs),
    ended_at: millisOrNull(run.endedAtMs),
    workflow_id: run.deployment.workflowId,
    workflow_version_id: run.deployment.workflowVersionId,
    machine_id: run.deployment.machineId,
    gpu: run.gpu,
    origin: run.origin,
    user_id: run.caller.userId,
    deployment_id: run.deployment.id,
    duration: duration === null ? null : String(duration),
  };
}
