import type { Caller } from '../auth/authenticate.ts';
import { type Answer, failure } from '../http/answer.ts';
import type { Exchange } from '../http/exchange.ts';
import type { World } from '../world.ts';

export type Call = {
  world: World;
  exchange: Exchange;
  caller: Caller;
  /** What stands in the path's `{places}`. */
  param(name: string): string;
};

export type Route = {
  method: 'GET' | 'POST';
  /** FastAPI's spelling: `/run/{run_id}`. */
  path: string;
  handle(call: Call): Answer | Promise<Answer>;
};

type Matched = { route: Route; values: Readonly<Record<string, string>> };

function matchPath(route: Route, path: string): Matched | null {
  const pattern = route.path.replace(/\{(\w+)\}/g, '(?<$1>[^/]+)');
  const found = new RegExp(`^/api${pattern}$`).exec(path);
  return found === null ? null : { route, values: { ...found.groups } };
}

/** The route's answer; 404 for an unknown path, 405 for a known one with another method. */
export async function dispatch(routes: readonly Route[], call: Omit<Call, 'param'>): Promise<Answer> {
  const matches = routes.flatMap((route) => matchPath(route, call.exchange.path) ?? []);
  const matched = matches.find(({ route }) => route.method === call.exchange.method);
  if (matched !== undefined) {
    return matched.route.handle({ ...call, param: (name) => matched.values[name] ?? '' });
  }
  return matches.length > 0 ? failure(405, 'Method Not Allowed') : failure(404, 'Not Found');
}
