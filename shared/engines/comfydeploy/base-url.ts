import { AppError } from '#shared/errors/app-error.ts';

export const hostedBaseUrl = 'https://api.comfydeploy.com/api';

/** The old service's addresses, and the dashboard's, as people copy them: the API they mean is the hosted one. */
const hostedAliases = new Set([
  'comfydeploy.com',
  'www.comfydeploy.com',
  'app.comfydeploy.com',
  'api.comfydeploy.com',
]);

const loopbackHosts = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * A server address as a person types it, in the one form the rest of the code uses: no trailing
 * slash, `/api` added to a bare host, plain http on loopback only.
 * Raises `invalid-input` when it is no usable address.
 */
export function normaliseBaseUrl(typed: string): string {
  const text = typed.trim() === '' ? hostedBaseUrl : typed.trim();
  const url = URL.parse(/^[a-z]+:\/\//i.test(text) ? text : `https://${text}`);
  if (!url) throw new AppError('invalid-input', `"${text}" is not a web address.`);
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && loopbackHosts.has(url.hostname))) {
    throw new AppError('invalid-input', 'The server address must begin with https://.');
  }
  if (url.protocol === 'https:' && hostedAliases.has(url.hostname)) return hostedBaseUrl;
  const path = url.pathname.replace(/\/+$/, '');
  return `${url.origin}${path === '' ? '/api' : path}`;
}
