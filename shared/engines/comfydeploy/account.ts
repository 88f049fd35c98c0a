import { type Api, type ApiOptions, createApi } from '#shared/engines/http/api.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { ErrorCode } from '#shared/errors/codes.ts';
import * as z from '#shared/zod.ts';

/** What an account has left and has used, in US dollars; `null` where the key may not read it. */
export type Account = {
  creditUsd: number | null;
  /** Since the first of this month, UTC. */
  usedThisMonthUsd: number | null;
};

const usageSchema = z.object({ total_cost: z.number() });

/** Balances are in cents of a dollar. */
const balancesSchema = z.object({
  autumn_data: z.object({
    features: z.record(z.string(), z.looseObject({ balance: z.nullish(z.number()) })),
  }),
});
const creditFeature = 'gpu-credit-topup';

/**
 * Reads credit and usage: free, from routes of the dashboard that nobody promises (api,
 * routes/platform.py). Raises what concerns the account as a whole: `unauthorized`, `suspended`,
 * `unreachable`, `timeout`.
 */
export async function readAccount(options: ApiOptions, signal?: AbortSignal): Promise<Account> {
  const api = createApi(options);
  const [creditUsd, usedThisMonthUsd] = await Promise.all([
    ifReadable(readCredit(api, signal)),
    ifReadable(readUsage(api, options.clock.nowMs(), signal)),
  ]);
  return { creditUsd, usedThisMonthUsd };
}

async function readCredit(api: Api, signal?: AbortSignal): Promise<number | null> {
  const { data } = await api.json('/platform/autumn-data', balancesSchema, { signal });
  const cents = data.autumn_data.features[creditFeature]?.balance;
  return cents == null ? null : cents / 100;
}

async function readUsage(api: Api, nowMs: number, signal?: AbortSignal): Promise<number> {
  const now = new Date(nowMs);
  const period = new URLSearchParams({
    start_time: new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth())).toISOString(),
    end_time: now.toISOString(),
  });
  return (await api.json(`/platform/usage?${period}`, usageSchema, { signal })).data.total_cost;
}

/** Codes that say only that this one thing is not told: a plan without it, a relay, a server of one's own. */
const untold: ReadonlySet<ErrorCode> = new Set([
  'forbidden',
  'no-credit',
  'unexpected-answer',
  'server-failed',
]);

function ifReadable(reading: Promise<number | null>): Promise<number | null> {
  return reading.catch((error: unknown) => {
    if (untold.has(toErrorData(error).code)) return null;
    throw error;
  });
}
