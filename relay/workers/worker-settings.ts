import * as z from '#shared/zod.ts';
import { defaultLimits, type RelayLimits } from '../relay-config.ts';
import { parseMasterKey } from '../settings/parse-master-key.ts';
import { parseOr } from '../settings/parse-or.ts';
import { listed, settingFields } from '../settings/setting-fields.ts';
import { words } from '../words.ts';
import type { D1 } from './d1.ts';
import type { StaticAssets } from './studio-assets.ts';

/** What `wrangler` gives a Worker: the database, its static files, and variables and secrets as texts. */
export type WorkerEnvironment = {
  DB: D1;
  ASSETS?: StaticAssets;
  RELAY_MASTER_KEY?: string;
  RELAY_ADMIN_CODE?: string;
  RELAY_API_KEY?: string;
  RELAY_UPSTREAM?: string;
  RELAY_PUBLIC_URL?: string;
  RELAY_PICTURE_HOSTS?: string;
  RELAY_DEPLOYMENT?: string;
  RELAY_RUNS_PER_MINUTE?: string;
  RELAY_REQUESTS_PER_MINUTE?: string;
};

/**
 * What fits into a Worker: 128 MB of memory, of which a prediction takes up to six times its picture, and at the
 * smallest plan 50 calls of the database or of others at a time, of which settling a run takes four.
 * https://developers.cloudflare.com/workers/platform/limits/
 */
const workerLimits = { predictionPictureBytes: 10 * 1024 * 1024, settledAtOnce: 8 };

const schema = z.object({
  apiKey: z.optional(settingFields.apiKey),
  adminCode: z.optional(z.string().check(z.regex(/^invitation_[\w-]{43}$/, words.notAnAdminCode))),
  upstream: z.optional(settingFields.upstream),
  publicUrl: z.optional(settingFields.publicUrl),
  pictureHosts: z.optional(settingFields.pictureHosts),
  deployment: z.optional(settingFields.deployment),
  runsPerMinute: z._default(settingFields.runsPerMinute, defaultLimits.runsPerMinute),
  requestsPerMinute: z._default(settingFields.requestsPerMinute, defaultLimits.requestsPerMinute),
});

/** Raises `not-configured` with a sentence for whoever set the Worker up; no value is quoted in it. */
export function workerSettings(environment: WorkerEnvironment) {
  const given = {
    apiKey: environment.RELAY_API_KEY || undefined,
    adminCode: environment.RELAY_ADMIN_CODE?.trim() || undefined,
    upstream: environment.RELAY_UPSTREAM || undefined,
    publicUrl: environment.RELAY_PUBLIC_URL || undefined,
    pictureHosts: listed(environment.RELAY_PICTURE_HOSTS),
    deployment: environment.RELAY_DEPLOYMENT || undefined,
    runsPerMinute: environment.RELAY_RUNS_PER_MINUTE || undefined,
    requestsPerMinute: environment.RELAY_REQUESTS_PER_MINUTE || undefined,
  };
  const { runsPerMinute, requestsPerMinute, ...settings } = parseOr(schema, given, 'Settings');
  const limits: RelayLimits = { ...workerLimits, runsPerMinute, requestsPerMinute };
  const masterKey = parseMasterKey(environment.RELAY_MASTER_KEY ?? '', 'RELAY_MASTER_KEY');
  return { ...settings, limits, masterKey };
}
