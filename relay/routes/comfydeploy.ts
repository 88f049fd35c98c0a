import type { Upstream } from '../upstream/upstream.ts';
import type { Route } from './route.ts';

type ForwardedCall = {
  method: Route['method'];
  pattern: string;
  /** Query parameters that may pass. ComfyDeploy also takes a key by query (`cd_token`): never that. */
  query?: readonly string[];
  /** Starts a run that costs money: the place where a budget would be asked first. */
  isPaid?: true;
};

/** All of ComfyDeploy that members reach. The key is full account power, so the list is closed. */
const forwardedCalls: readonly ForwardedCall[] = [
  { method: 'POST', pattern: '/api/file/upload' },
  { method: 'GET', pattern: '/api/deployment/{id}' },
  { method: 'GET', pattern: '/api/deployment/{id}/runs', query: ['limit', 'offset', 'filter_user_runs'] },
  { method: 'POST', pattern: '/api/run/deployment/queue', isPaid: true },
  { method: 'GET', pattern: '/api/run/{id}', query: ['queue_position'] },
  { method: 'POST', pattern: '/api/run/{id}/cancel' },
  { method: 'GET', pattern: '/api/v2/clickhouse-run-logs/{id}' },
  { method: 'GET', pattern: '/api/platform/gpu-pricing' },
];

export function comfyDeployRoutes(upstream: Upstream): readonly Route[] {
  return forwardedCalls.map((call) => ({
    method: call.method,
    pattern: call.pattern,
    access: 'member',
    handle: ({ request, url }) =>
      upstream.send(request, {
        path: url.pathname.slice('/api'.length) + passedQuery(url, call.query ?? []),
        isPaid: call.isPaid ?? false,
      }),
  }));
}

function passedQuery(url: URL, names: readonly string[]): string {
  const passed = [...url.searchParams].filter(([name]) => names.includes(name));
  return passed.length === 0 ? '' : `?${new URLSearchParams(passed)}`;
}
