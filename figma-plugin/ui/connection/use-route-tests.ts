import { useState } from 'preact/hooks';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { Session } from '../session.ts';
import type { RouteDraft } from './connect.ts';
import type { Route } from './route.ts';

export type RouteTest =
  | { state: 'none' | 'testing' }
  | { state: 'ok'; name: string }
  | { state: 'failed'; error: ErrorData };

const untested: RouteTest = { state: 'none' };

/** How the test of each route went, since its fields were last changed. One that works is the route in use. */
export function useRouteTests(connect: Session['connect']) {
  const [tests, setTests] = useState<Partial<Record<Route, RouteTest>>>({});
  const set = (route: Route, test: RouteTest) => setTests((before) => ({ ...before, [route]: test }));
  return {
    testOf: (route: Route) => tests[route] ?? untested,
    forget: (route: Route) => set(route, untested),
    /** Answers whether it works. */
    run: async (draft: RouteDraft): Promise<boolean> => {
      set(draft.route, { state: 'testing' });
      try {
        const { connection } = await connect(draft);
        set(draft.route, { state: 'ok', name: connection.description.name });
        return true;
      } catch (error) {
        set(draft.route, { state: 'failed', error: toErrorData(error) });
        return false;
      }
    },
  };
}
