import { type Answer, failure } from '../http/answer.ts';
import type { Call, Route } from './route.ts';

const finalStatuses = ['success', 'failed', 'timeout', 'cancelled'];
const line = (data: unknown) => `data: ${JSON.stringify(data)}\n\n`;

/**
 * `GET /v2/stream-progress`, with its flaws: asked for one run it tells of all runs of the organisation,
 * it ends as soon as any of them does, and it repeats nothing that came before.
 */
function streamProgress({ world, exchange: { query }, caller }: Call): Answer {
  const asked = ['run_id', 'workflow_id', 'machine_id'].filter((name) => query.has(name));
  if (asked.length !== 1) {
    return failure(400, 'Exactly one of run_id, workflow_id or machine_id must be provided');
  }
  const workflowId = query.get('workflow_id');
  const channel = `progress:org:${caller.orgId}`;

  async function* events(signal: AbortSignal): AsyncGenerator<string> {
    const changes = world.progress.changes(AbortSignal.any([signal, world.closing]));
    yield line({ type: 'connection_established', channels: [channel] });
    yield line({ type: 'subscribed', channel });
    for await (const { run, status } of changes) {
      const isOthers = run.caller.orgId !== caller.orgId;
      if (isOthers || (workflowId !== null && run.deployment.workflowId !== workflowId)) continue;
      yield line({
        run_id: run.id,
        workflow_id: run.deployment.workflowId,
        machine_id: run.deployment.machineId,
        progress: -1,
        status,
        node_class: '',
        timestamp: new Date(world.clock.nowMs()).toISOString().replace('Z', '000+00:00'),
      });
      if (finalStatuses.includes(status)) return;
    }
  }
  return { status: 200, headers: { 'content-type': 'text/event-stream' }, body: '', events };
}

export const streamRoutes: readonly Route[] = [
  { method: 'GET', path: '/v2/stream-progress', handle: streamProgress },
];
