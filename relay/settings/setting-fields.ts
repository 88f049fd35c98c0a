import * as z from '#shared/zod.ts';
import { parsePictureHost } from '../picture/picture-hosts.ts';

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

/** What a variable of the environment lists, with commas in between. */
export function listed(text: string | undefined): string[] | undefined {
  return text ? text.split(',').map((host) => host.trim()) : undefined;
}
