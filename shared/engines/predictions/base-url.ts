import { AppError } from '#shared/errors/app-error.ts';

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A prediction server's address as a person types it, without a slash at its end. There is no default:
 * a key must not go to a server that nobody named. Raises `invalid-input`.
 */
export function normaliseServerUrl(typed: string): string {
  const text = typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (text === '' || !url) throw new AppError('invalid-input', `"${text}" is not a web address.`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopbackHosts.has(url.hostname))) {
    throw new AppError('invalid-input', 'The server address must begin with https://.');
  }
  return `${url.origin}${url.pathname.replace(/\/+$/, '')}`;
}
