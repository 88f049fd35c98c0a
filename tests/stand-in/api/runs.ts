import { type Answer, failure, json } from '../http/answer.ts';
import { endRun, type Run, statusOf } from '../runs/run.ts';
import { millis, viewRun } from '../runs/run-view.ts';
import { isOwnedBy } from '../workflow/deployment.ts';
import { queueRun } from './queue-run.ts';
import type { Call, Route } from './route.ts';
import { parseUuid } from './uuid.ts';
import { missing, queryBoolean, unprocessable } from './validation.ts';

const isAccessible = (run: Run | null, call: Call): run is Run => run !== null && isOwnedBy(call.caller);

function describeRun(call: Call, id: unknown, loc: readonly string[]): Answer {
  const uuid = parseUuid(id, loc);
  const wantsPosition = queryBoolean(call.exchange.query, 'queue_position');
  if ('complaints' in uuid) return unprocessable(uuid.complaints);
  if ('complaints' in wantsPosition) return unprocessable(wantsPosition.complaints);
  const { world } = call;
  const run = world.runs.find(uuid.value);
  if (run === null) return failure(404, 'Run not found');
  if (!isAccessible(run, call)) return failure(403, 'You are not authorized to access this resource');
  const isWaiting = ['not-started', 'queued'].includes(statusOf(run));
  const position = wantsPosition.value && isWaiting ? world.runs.countBefore(run) : null;
  return json(viewRun(run, world.outputPlace(), position));
}

function cancelRun(call: Call): Answer {
  const run = call.world.runs.find(call.param('run_id'));
  if (!isAccessible(run, call)) {
    const inner = '404: Run not found or has no modal function call ID';
    return failure(500, `Error cancel function ${inner}`);
  }
  if (endRun(run, 'cancelled', call.world.clock.nowMs())) {
    run.cancelling.abort();
    call.world.announce(run);
  }
  return json({ status: 'success', message: 'Function cancelled' });
}

/** Empty until the run has ended and its logs were archived. */
function readLogs(call: Call): Answer {
  const uuid = parseUuid(call.param('run_id'), ['path', 'run_id']);
  if ('complaints' in uuid) return unprocessable(uuid.complaints);
  const run = call.world.runs.find(uuid.value);
  if (!isAccessible(run, call)) return failure(404, 'Run not found');
  const { clock, timing } = call.world;
  if (run.endedAtMs === null || clock.nowMs() < run.endedAtMs + timing().archiveMs) return json([]);
  const lines = run.logs.map(({ atMs, text }) => ({
    run_id: run.id,
    timestamp: millis(atMs),
    log: text,
    user_id: null,
    org_id: null,
    log_type: null,
  }));
  return json(lines);
}

export const runRoutes: readonly Route[] = [
  { method: 'POST', path: '/run/deployment/queue', handle: queueRun },
  {
    method: 'GET',
    path: '/run',
    handle: (call) => {
      const id = call.exchange.query.get('run_id');
      if (id === null) return unprocessable([missing(['query', 'run_id'], null)]);
      return describeRun(call, id, ['query', 'run_id']);
    },
  },
  {
    method: 'GET',
    path: '/run/{run_id}',
    handle: (call) => describeRun(call, call.param('run_id'), ['path', 'run_id']),
  },
  { method: 'POST', path: '/run/{run_id}/cancel', handle: cancelRun },
  { method: 'GET', path: '/v2/clickhouse-run-logs/{run_id}', handle: readLogs },
];
