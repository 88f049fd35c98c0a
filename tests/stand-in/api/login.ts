import { createWeekKey } from '../auth/keys.ts';
import { handedOutMs } from '../auth/logins.ts';
import { type Answer, failure, json } from '../http/answer.ts';
import type { Call, Route } from './route.ts';
import { missing, unprocessable } from './validation.ts';

/** Keyless: the request id, which only its asker knows, is the secret. */
function answerLogin({ world, exchange }: Call): Answer {
  const requestId = exchange.query.get('request_id');
  if (requestId === null) return unprocessable([missing(['query', 'request_id'], null)]);
  const nowMs = world.clock.nowMs();
  const approvedAtMs = world.logins.get(requestId);
  if (approvedAtMs === undefined) return failure(404, 'Auth request not found');
  if (nowMs - approvedAtMs > handedOutMs) return failure(410, 'Auth request expired');
  return json({ api_key: createWeekKey(nowMs), name: 'Restyle studio' });
}

export const loginRoutes: readonly Route[] = [
  { method: 'GET', path: '/platform/comfyui/auth-response', handle: answerLogin },
];
