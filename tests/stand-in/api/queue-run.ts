import { randomUUID } from 'node:crypto';
import { keys } from '../auth/keys.ts';
import { type Answer, failure, internalServerError, json } from '../http/answer.ts';
import type { Run } from '../runs/run.ts';
import { createFileId } from '../storage/object-store.ts';
import { type Deployment, isOwnedBy, machineGpu } from '../workflow/deployment.ts';
import { resolveInputs } from '../workflow/resolve-inputs.ts';
import type { World } from '../world.ts';
import type { Call } from './route.ts';
import { parseRunRequest, type RunRequest } from './run-request.ts';
import { unprocessable } from './validation.ts';

const origins = ['manual', 'api', 'public-share', 'public-template', 'workspace', 'workspace-v2'];

/** PNG and JPEG data URLs become files in the bucket; all others stay text, and no node reads them. */
function moveToStorage(world: World, value: unknown): unknown {
  if (typeof value !== 'string') return value;
  const found = /^data:image\/(png|jpe?g);base64,(.*)$/s.exec(value);
  if (found === null) return value;
  const extension = found[1] === 'png' ? 'png' : 'jpeg';
  const key = `inputs/${createFileId('img')}.${extension}`;
  const bytes = Buffer.from(found[2] ?? '', 'base64');
  world.objects.put(key, { bytes, contentType: `image/${extension}`, isPublic: true });
  return `${world.storageUrl}/${key}`;
}

function createRun({ world, exchange, caller }: Call, request: RunRequest, deployment: Deployment): Run {
  const inputs = Object.fromEntries(
    Object.entries(request.inputs).map(([name, value]) => [name, moveToStorage(world, value)]),
  );
  return {
    id: randomUUID(),
    functionCallId: `fc-01${randomUUID().replaceAll('-', '').toUpperCase().slice(0, 24)}`,
    deployment,
    caller,
    inputs,
    resolved: resolveInputs(deployment.graph, inputs),
    // The deployment's own GPU wins over the request's.
    gpu: deployment.gpu ?? request.gpu ?? machineGpu,
    origin: request.origin,
    webhook: request.webhook,
    webhookIntermediate: request.webhookIntermediate,
    script: world.faults.takeForRun(exchange),
    createdAtMs: world.clock.nowMs(),
    runMs: 0,
    queuedAtMs: null,
    startedAtMs: null,
    runningAtMs: null,
    endedAtMs: null,
    ending: null,
    gpuEventId: null,
    outputs: [],
    logs: [],
    cancelling: new AbortController(),
  };
}

function start(call: Call, request: RunRequest, deployment: Deployment): Run {
  const run = createRun(call, request, deployment);
  call.world.runs.add(run);
  call.world.machine.enqueue(run);
  return run;
}

/** `POST /run/deployment/queue`: each call that gets through is a run somebody pays for. */
export async function queueRun(call: Call): Promise<Answer> {
  const parsed = await parseRunRequest(call.exchange);
  if ('complaints' in parsed) return unprocessable(parsed.complaints);
  const request = parsed.value;
  const deployment = Object.values(call.world.deployments).find(({ id }) => id === request.deploymentId);
  if (deployment === undefined || !isOwnedBy(call.caller)) return failure(404, 'Deployment not found');
  if (call.caller.key === keys.noCredit) {
    return failure(403, "Insufficient deployment owner's GPU credits to create run");
  }
  if (!origins.includes(request.origin)) return internalServerError;
  const [first] = Array.from({ length: Math.max(1, request.batchNumber) }, () =>
    start(call, request, deployment),
  );
  // A batch is started, but its answer has another shape than this route may give.
  if (first === undefined || request.batchNumber > 1) return internalServerError;
  return json({ run_id: first.id });
}
