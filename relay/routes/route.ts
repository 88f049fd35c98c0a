import type { Member } from '../relay-config.ts';

export type RouteCall = { request: Request; url: URL; member: Member | null };

/** One thing the relay serves. New areas (webhooks, usage, the web app) are further routes. */
export type Route = {
  method: 'GET' | 'POST';
  /** A path in which `{id}` stands for a UUID. Also the name in the log. */
  pattern: string;
  access: 'open' | 'member';
  handle(call: RouteCall): Response | Promise<Response>;
};

const uuid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';

export type RouteFinder = (method: string, pathname: string) => Route | null;

export function createRouteFinder(routes: readonly Route[]): RouteFinder {
  const compiled = routes.map((route) => ({ route, expression: toExpression(route.pattern) }));
  return (method, pathname) => {
    const match = compiled.find((entry) => entry.route.method === method && entry.expression.test(pathname));
    return match?.route ?? null;
  };
}

function toExpression(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll('{id}', uuid)}$`);
}
