import { keys } from '../auth/keys.ts';
import { type Answer, json } from '../http/answer.ts';
import type { Run } from '../runs/run.ts';
import { gpuPricing } from './platform.ts';
import type { Call, Route } from './route.ts';
import { unprocessable } from './validation.ts';

/** What every account is given a month, in cents; runs are refused below it on a free plan. */
const freeTierCents = 500;
const topUpCents = 2_350;
const poorCents = 120;

function parseTime(query: URLSearchParams, name: string, absentMs: number): number | Answer {
  const text = query.get(name);
  if (text === null) return absentMs;
  const parsed = Date.parse(text);
  if (!Number.isNaN(parsed)) return parsed;
  const msg = 'Input should be a valid datetime or date, invalid character in year';
  return unprocessable([{ type: 'datetime_from_date_parsing', loc: ['query', name], msg, input: text }]);
}

const secondsOf = ({ startedAtMs, endedAtMs }: Run) =>
  ((endedAtMs ?? 0) - (startedAtMs ?? endedAtMs ?? 0)) / 1000;

function rowOf(gpu: string, runs: readonly Run[]) {
  const seconds = runs.reduce((sum, run) => sum + secondsOf(run), 0);
  return {
    machine_id: runs[0]?.deployment.machineId ?? null,
    machine_name: 'stand-in',
    gpu,
    ws_gpu: null,
    usage_in_sec: seconds,
    cost_item_title: null,
    cost: seconds * (gpuPricing[gpu] ?? 0),
  };
}

/** What the account's runs of a period cost, a row for each GPU. */
function readUsage({ world, exchange: { query } }: Call): Answer {
  const nowMs = world.clock.nowMs();
  const startMs = parseTime(query, 'start_time', nowMs - 30 * 86_400_000);
  const endMs = parseTime(query, 'end_time', nowMs);
  if (typeof startMs !== 'number') return startMs;
  if (typeof endMs !== 'number') return endMs;
  const counted = world.runs
    .all()
    .filter(({ endedAtMs }) => endedAtMs !== null && endedAtMs >= startMs && endedAtMs <= endMs);
  const gpus = [...new Set(counted.map(({ gpu }) => gpu))];
  const usage = gpus.map((gpu) =>
    rowOf(
      gpu,
      counted.filter((run) => run.gpu === gpu),
    ),
  );
  const total = usage.reduce((sum, { cost }) => sum + cost, 0);
  return json({
    usage,
    total_cost: total,
    final_cost: Math.max(0, total - freeTierCents / 100),
    free_tier_credit: freeTierCents,
    credit: 0,
    period: { start: new Date(startMs).toISOString(), end: new Date(endMs).toISOString() },
  });
}

/** The customer record of the billing service, as far as anybody reads it. */
function readBalances({ caller }: Call): Answer {
  const balance = caller.key === keys.noCredit ? poorCents : topUpCents;
  const topUp = { id: 'gpu-credit-topup', type: 'single_use', balance, usage: 0, unlimited: false };
  return json({ autumn_data: { id: caller.orgId, features: { 'gpu-credit-topup': topUp } } });
}

export const accountRoutes: readonly Route[] = [
  { method: 'GET', path: '/platform/usage', handle: readUsage },
  { method: 'GET', path: '/platform/autumn-data', handle: readBalances },
];
