import { type Answer, failure } from '../http/answer.ts';
import type { Exchange } from '../http/exchange.ts';
import { keys, readKey } from './keys.ts';

export type Caller = { userId: string; orgId: string | null; key: string };

const keyless: ReadonlySet<string> = new Set([
  '/api/platform/gpu-pricing',
  '/api/platform/comfyui/auth-response',
]);

function cookie(exchange: Exchange, name: string): string | null {
  const pairs = (exchange.header('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([key]) => key === name)?.[1] ?? null;
}

/** ComfyDeploy's order: a session cookie beats the key, so clients must omit credentials. */
function tokenOf(exchange: Exchange): string | null {
  const header = exchange.header('authorization') ?? '';
  const bearer = header.startsWith('Bearer ') ? (header.split(' ')[1] ?? '') : null;
  return (
    cookie(exchange, '__session') ?? exchange.query.get('cd_token') ?? bearer ?? exchange.header('x-api-key')
  );
}

export function needsKey(path: string): boolean {
  return path.startsWith('/api') && !keyless.has(path);
}

export function authenticate(exchange: Exchange, nowMs: number): Caller | Answer {
  const key = tokenOf(exchange);
  if (key === null) return failure(401, 'Invalid or missing token');
  const claims = readKey(key, nowMs);
  if (claims === null) return failure(401, 'Invalid or expired token');
  if (key === keys.revoked) return failure(401, 'Revoked token');
  if (key === keys.suspended) {
    const contact = 'Please contact support at founders@comfydeploy.com for assistance.';
    return failure(403, `Your account has been suspended. ${contact}`);
  }
  return { userId: claims.user_id, orgId: claims.org_id ?? null, key };
}
