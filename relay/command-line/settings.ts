import { AppError } from '#shared/errors/app-error.ts';
import * as z from '#shared/zod.ts';
import { parsePictureHost } from '../picture/picture-hosts.ts';
import { comfyDeployUpstream, defaultPictureHosts } from '../relay-config.ts';
import type { Flags } from './flags.ts';
import { parseOr } from './parse-or.ts';
import type { RelayFile } from './relay-file.ts';
import type { Environment } from './terminal.ts';

const upstreamMessage = 'must be an address such as https://api.comfydeploy.com/api';
const portMessage = 'must be a number from 0 to 65535';
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
};

const settingsSchema = z.object({
  apiKey: settingFields.apiKey,
  upstream: z._default(settingFields.upstream, comfyDeployUpstream),
  port: z._default(settingFields.port, 3017),
  host: z._default(settingFields.host, '127.0.0.1'),
  pictureHosts: z._default(settingFields.pictureHosts, [...defaultPictureHosts]),
});

export type RelaySettings = z.infer<typeof settingsSchema>;

/** Rejects with `not-configured` and a sentence for the person at the terminal. */
export function relaySettings(flags: Flags, environment: Environment, file: RelayFile): RelaySettings {
  const settings = {
    apiKey: environment.RELAY_API_KEY || file.apiKey,
    upstream: flags.upstream ?? (environment.RELAY_UPSTREAM || file.upstream),
    port: flags.port ?? (environment.RELAY_PORT || file.port),
    host: flags.host ?? (environment.RELAY_HOST || file.host),
    pictureHosts: flags.pictureHosts ?? listed(environment.RELAY_PICTURE_HOSTS) ?? file.pictureHosts,
  };
  if (!settings.apiKey) throw new AppError('not-configured', missingKey);
  return parseOr(settingsSchema, settings, 'Settings');
}

const missingKey = `The relay needs your ComfyDeploy API key (app.comfydeploy.com, API Keys).
Set RELAY_API_KEY, or put "apiKey" into the configuration file.`;

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
