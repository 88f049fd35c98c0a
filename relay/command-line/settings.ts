import { dirname, join } from 'node:path';
import * as z from '#shared/zod.ts';
import { comfyDeployUpstream, defaultLimits, defaultPictureHosts } from '../relay-config.ts';
import { parseOr } from '../settings/parse-or.ts';
import { listed, settingFields } from '../settings/setting-fields.ts';
import type { Flags } from './flags.ts';
import type { RelayFile } from './relay-file.ts';
import type { Environment } from './terminal.ts';

const settingsSchema = z.object({
  apiKey: z.optional(settingFields.apiKey),
  data: settingFields.data,
  publicUrl: z.optional(settingFields.publicUrl),
  deployment: z.optional(settingFields.deployment),
  runsPerMinute: z._default(settingFields.runsPerMinute, defaultLimits.runsPerMinute),
  requestsPerMinute: z._default(settingFields.requestsPerMinute, defaultLimits.requestsPerMinute),
  upstream: z._default(settingFields.upstream, comfyDeployUpstream),
  port: z._default(settingFields.port, 3017),
  host: z._default(settingFields.host, '127.0.0.1'),
  pictureHosts: z._default(settingFields.pictureHosts, [...defaultPictureHosts]),
});

export type RelaySettings = z.infer<typeof settingsSchema>;

/** Rejects with `not-configured` and a sentence for the person at the terminal. */
export function relaySettings(flags: Flags, environment: Environment, file: RelayFile): RelaySettings {
  const settings = {
    ...serviceSettings(flags, environment, file),
    apiKey: environment.RELAY_API_KEY || undefined,
    data: flags.data ?? (environment.RELAY_DATA || file.data || join(dirname(flags.config), 'relay-data')),
    deployment: flags.deployment ?? (environment.RELAY_DEPLOYMENT || file.deployment),
    runsPerMinute: environment.RELAY_RUNS_PER_MINUTE || file.runsPerMinute,
    requestsPerMinute: environment.RELAY_REQUESTS_PER_MINUTE || file.requestsPerMinute,
  };
  return parseOr(settingsSchema, settings, 'Settings');
}

/** Who reaches it where, and whom it reaches. */
function serviceSettings(flags: Flags, environment: Environment, file: RelayFile) {
  return {
    upstream: flags.upstream ?? (environment.RELAY_UPSTREAM || file.upstream),
    port: flags.port ?? (environment.RELAY_PORT || file.port),
    host: flags.host ?? (environment.RELAY_HOST || file.host),
    publicUrl: flags.publicUrl ?? (environment.RELAY_PUBLIC_URL || file.publicUrl),
    pictureHosts: flags.pictureHosts ?? listed(environment.RELAY_PICTURE_HOSTS) ?? file.pictureHosts,
  };
}
