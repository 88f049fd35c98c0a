import { dirname, join } from 'node:path';
import * as z from '#shared/zod.ts';
import { parsePictureHost } from '../picture/picture-hosts.ts';
import { comfyDeployUpstream, defaultLimits, defaultPictureHosts } from '../relay-config.ts';
import type { Flags } from './flags.ts';
import { parseOr } from './parse-or.ts';
import type { RelayFile } from './relay-file.ts';
import type { Environment } from './terminal.ts';

const upstreamMessage = 'must be an address such as https://api.comfydeploy.com/api';
const portMessage = 'must be a number from 0 to 65535';
const webAddressMessage = 'must be an address such as https://relay.example.com';
const countMessage = 'must be a whole number above 0';
const hostPatternMessage = 'must hold hosts such as *.example.com';

/** What can be set in the file and, each stronger than the one before, in the environment and by flags. */
export const settingFields = {
  apiKey: z.string('must be a text').check(z.trim(), z.minLength(1, 'must not be empty')),
  upstream: z.string(upstreamMessage).check(z.refine(isApiBase, upstreamMessage)),
  port: z.coerce.number(portMessage).check(z.refine(isPort, portMessage)),
  host: z.string('must be a text').check(z.minLength(1, 'must not be empty')),
  pictureHosts: z.array(
    z.string().check(z.refine((host) => parsePictureHost(host) !== null, hostPatternMessage)),
  ),
  data: z.string('must be a text').check(z.minLength(1, 'must not be empty')),
  publicUrl: z.string(webAddressMessage).check(z.refine(isOrigin, webAddressMessage)),
  deployment: z.guid('must be the id of a deployment'),
  runsPerMinute: z.coerce.number(countMessage).check(z.int(countMessage), z.minimum(1, countMessage)),
  requestsPerMinute: z.coerce.number(countMessage).check(z.int(countMessage), z.minimum(1, countMessage)),
};

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

function listed(text: string | undefined): string[] | undefined {
  return text ? text.split(',').map((host) => host.trim()) : undefined;
}

function isApiBase(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, username, search, hash } = new URL(text);
  return /^https?:$/.test(protocol) && username === '' && search === '' && hash === '';
}

function isPort(port: number): boolean {
  return Number.isInteger(port) && port >= 0 && port <= 65_535;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && /^https?:$/.test(new URL(text).protocol) && new URL(text).pathname === '/';
}
