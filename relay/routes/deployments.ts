import type { Caller } from '../members/member.ts';
import type { Upstream } from '../upstream/upstream.ts';
import type { MemberRoute } from './route.ts';

const passed = ['is_fluid', 'page_size', 'offset'];

/** The list a client lets people pick from: all of the account's, or those that a member may run. */
export function deploymentsRoute(upstream: Upstream): MemberRoute {
  return {
    method: 'GET',
    pattern: '/api/deployments',
    access: 'member',
    async handle({ request, url, caller }) {
      const query = new URLSearchParams([...url.searchParams].filter(([name]) => passed.includes(name)));
      if (caller.deployments !== null) return ownDeployments(upstream, caller, query, request.signal);
      return upstream.send(request, { path: `/deployments?${query}`, isPaid: false });
    },
  };
}

/** Read one by one, all on the first page of the kind that clients ask for first. */
async function ownDeployments(
  upstream: Upstream,
  { deployments }: Caller,
  query: URLSearchParams,
  signal: AbortSignal,
): Promise<Response> {
  const isFirstPage = Number(query.get('offset') ?? 0) === 0 && query.get('is_fluid') !== 'false';
  if (!isFirstPage || deployments === null) return Response.json([]);
  const found = await Promise.all(
    deployments.map(async (id) => {
      const path = `/deployment/${id}`;
      const request = new Request(upstream.base + path, { signal });
      const answer = await upstream.send(request, { path, isPaid: false });
      if (answer.ok) return [await answer.json()];
      await answer.body?.cancel();
      return [];
    }),
  );
  return Response.json(found.flat());
}
