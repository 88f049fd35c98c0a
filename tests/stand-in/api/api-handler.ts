import { authenticate, needsKey } from '../auth/authenticate.ts';
import type { Answer } from '../http/answer.ts';
import { failure } from '../http/answer.ts';
import type { Cors } from '../http/cors.ts';
import type { Exchange } from '../http/exchange.ts';
import type { World } from '../world.ts';
import { accountRoutes } from './account.ts';
import { deploymentRoutes } from './deployments.ts';
import { fileRoutes } from './files.ts';
import { loginRoutes } from './login.ts';
import { platformRoutes } from './platform.ts';
import { dispatch } from './route.ts';
import { runRoutes } from './runs.ts';
import { streamRoutes } from './stream-progress.ts';

const routes = [
  ...fileRoutes,
  ...deploymentRoutes,
  ...runRoutes,
  ...streamRoutes,
  ...platformRoutes,
  ...accountRoutes,
  ...loginRoutes,
];
const nobody = { userId: '', orgId: null, key: '' };

async function handle(world: World, exchange: Exchange): Promise<Answer> {
  if (!exchange.path.startsWith('/api')) return failure(404, 'Not Found');
  // Before routing: an unknown path without a key is 401, not 404.
  const caller = needsKey(exchange.path) ? authenticate(exchange, world.clock.nowMs()) : nobody;
  if ('status' in caller) return caller;
  return dispatch(routes, { world, exchange, caller });
}

/** The API as its clients meet it: CORS outermost, then the key, then the routes. */
export function createApiHandler(world: World, cors: Cors) {
  return async (exchange: Exchange): Promise<Answer> => {
    const preflight = cors.preflight(exchange);
    if (preflight !== null) return preflight;
    const answer = await handle(world, exchange);
    return { ...answer, headers: { ...answer.headers, ...cors.headersFor(exchange) } };
  };
}
