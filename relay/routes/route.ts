import type { Caller } from '../members/member.ts';

export type RouteCall = {
  request: Request;
  url: URL;
  /** What stands in the places of the pattern, in order. */
  ids: readonly string[];
};

type Common = {
  method: 'GET' | 'POST';
  /** A path in which `{id}` stands for a UUID and `{file}` for a file's name. Also the name in the log. */
  pattern: string;
};

/** For everybody; pages look by themselves who is signed in. */
export type OpenRoute = Common & {
  access: 'open';
  handle(call: RouteCall): Response | Promise<Response>;
};

/** For whoever calls with a token: any member, or admins only. */
export type MemberRoute = Common & {
  access: 'member' | 'admin';
  handle(call: RouteCall & { caller: Caller }): Response | Promise<Response>;
};

/** One thing the relay serves. New areas (webhooks, the web app) are further routes. */
export type Route = OpenRoute | MemberRoute;

export type FoundRoute = { route: Route; ids: readonly string[] };
export type RouteFinder = (method: string, pathname: string) => FoundRoute | null;

const uuid = '([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})';
/** Of one folder, and none that is hidden. */
const fileName = '([\\w-][\\w.-]*)';

export function createRouteFinder(routes: readonly Route[]): RouteFinder {
  const compiled = routes.map((route) => ({ route, expression: toExpression(route.pattern) }));
  return (method, pathname) => {
    for (const { route, expression } of compiled) {
      const match = route.method === method ? expression.exec(pathname) : null;
      if (match) return { route, ids: match.slice(1) };
    }
    return null;
  };
}

function toExpression(pattern: string): RegExp {
  const places = pattern.replaceAll('.', '\\.').replaceAll('{id}', uuid).replaceAll('{file}', fileName);
  return new RegExp(`^${places}$`);
}
