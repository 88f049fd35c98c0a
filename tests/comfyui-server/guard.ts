import { type Answer, json } from '../stand-in/http/answer.ts';
import type { Exchange } from '../stand-in/http/exchange.ts';
import type { ServerOptions } from './options.ts';

const emptyForbidden: Answer = { status: 403, headers: {}, body: '' };

/**
 * The guard of a server without `--enable-cors-header`: a foreign `Origin` is refused without a word,
 * and since v0.19 a cross-site request whatever its `Origin`. `null` lets the request in.
 */
export function refuse(exchange: Exchange, { dialect, apiKey, hasCorsHeader }: ServerOptions): Answer | null {
  if (apiKey !== null && exchange.header('x-api-key') !== apiKey) {
    return json({ code: 'UNAUTHORIZED', message: 'Invalid API key' }, 401);
  }
  if (hasCorsHeader || dialect === 'cloud') return null;
  if (dialect !== 'old' && exchange.header('sec-fetch-site') === 'cross-site') return emptyForbidden;
  const origin = exchange.header('origin');
  const isForeign =
    origin !== null && origin !== 'null' && URL.parse(origin)?.host !== exchange.header('host');
  return isForeign ? emptyForbidden : null;
}
