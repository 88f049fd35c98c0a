import { AppError } from '#shared/errors/app-error.ts';
import { words } from '../words.ts';
import { isLoopbackHost } from './loopback.ts';

export type PictureHost = { hostname: string; port: string; isWildcard: boolean };

/** `isNamed`: listed as this very host, by somebody who knows where it leads. */
export type AllowedPicture = { url: URL; isNamed: boolean };

/**
 * A host pattern: `*.amazonaws.com` (any name below it), `minio.example.com`, `minio.example.com:9000`,
 * `127.0.0.1`, `[::1]:9000`. Wildcards cover names only, never addresses. `null` when it is none of these.
 */
export function parsePictureHost(pattern: string): PictureHost | null {
  const isWildcard = pattern.startsWith('*.');
  const host = isWildcard ? pattern.slice(2) : pattern;
  if (/[/?#@*\\\s]/.test(host) || !URL.canParse(`https://${host}`)) return null;
  const { hostname, port } = new URL(`https://${host}`);
  if (isWildcard && (isAddress(hostname) || !hostname.includes('.'))) return null;
  return { hostname, port, isWildcard };
}

/**
 * The address of a picture, if the relay may fetch it. `URL` has already undone every spelling of an
 * address (decimal, hexadecimal, octal, short, mapped), so comparing host names is enough.
 */
export function allowedPicture(address: string | null, hosts: readonly PictureHost[]): AllowedPicture {
  if (address === null || !URL.canParse(address)) {
    throw new AppError('invalid-input', words.pictureAddressMissing, { status: 400 });
  }
  const url = new URL(address);
  const matching = hasAcceptedForm(url) ? hosts.filter((host) => isCoveredBy(host, url)) : [];
  if (matching.length === 0) {
    throw new AppError('host-not-allowed', words.pictureHostRefused(url.host), {
      status: 403,
      host: url.host,
    });
  }
  return { url, isNamed: matching.some((host) => !host.isWildcard) };
}

function hasAcceptedForm(url: URL): boolean {
  const isSecure = url.protocol === 'https:' || (url.protocol === 'http:' && isLoopbackHost(url.hostname));
  return isSecure && url.username === '' && url.password === '';
}

function isCoveredBy(host: PictureHost, url: URL): boolean {
  const hasName = host.isWildcard
    ? url.hostname.endsWith(`.${host.hostname}`)
    : url.hostname === host.hostname;
  return hasName && hasPortOf(host, url);
}

/** Servers on one's own machine change ports all the time; elsewhere another port is another service. */
function hasPortOf(host: PictureHost, url: URL): boolean {
  return url.port === host.port || (host.port === '' && isLoopbackHost(url.hostname));
}

function isAddress(hostname: string): boolean {
  return hostname.startsWith('[') || /^\d+(\.\d+){3}$/.test(hostname);
}
