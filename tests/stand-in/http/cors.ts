import { type Answer, plainText } from './answer.ts';
import type { Exchange } from './exchange.ts';

/** The only origins that ComfyDeploy lets read its answers. */
const allowedOrigins: ReadonlySet<string> = new Set([
  'https://app.comfydeploy.com',
  'https://studio.comfydeploy.com',
  'https://staging.app.comfydeploy.com',
  'https://staging.studio.comfydeploy.com',
]);

export type Cors = {
  /** The answer to a preflight, `null` when the request is none. */
  preflight(exchange: Exchange): Answer | null;
  headersFor(exchange: Exchange): Record<string, string>;
};

function originHeaders(origin: string, open: boolean): Record<string, string> {
  if (open) return { 'access-control-allow-origin': '*' };
  const allowed = allowedOrigins.has(origin) ? { 'access-control-allow-origin': origin, vary: 'Origin' } : {};
  return { ...allowed, 'access-control-allow-credentials': 'true' };
}

/**
 * Starlette's CORSMiddleware with ComfyDeploy's settings. A foreign origin's preflight is refused,
 * its request is executed all the same; only the header that would let it read the answer is missing.
 */
export function createCors(open: boolean): Cors {
  const headersFor = (exchange: Exchange) => {
    const origin = exchange.header('origin');
    return origin === null ? {} : originHeaders(origin, open);
  };
  const preflight = (exchange: Exchange) => {
    const origin = exchange.header('origin');
    const asked = exchange.header('access-control-request-method');
    if (exchange.method !== 'OPTIONS' || origin === null || asked === null) return null;
    const permitted = open || allowedOrigins.has(origin);
    const answer = permitted ? plainText('OK', 200) : plainText('Disallowed CORS origin', 400);
    Object.assign(answer.headers, originHeaders(origin, open), {
      'access-control-allow-methods': 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT',
      'access-control-allow-headers': exchange.header('access-control-request-headers') ?? '',
      'access-control-max-age': '600',
      vary: 'Origin',
    });
    return answer;
  };
  return { preflight, headersFor };
}
