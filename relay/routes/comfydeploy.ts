import { AppError } from '#shared/errors/app-error.ts';
import { type Caller, mayRun } from '../members/member.ts';
import type { RunBook } from '../runs/run-book.ts';
import type { Upstream } from '../upstream/upstream.ts';
import { words } from '../words.ts';
import type { MemberRoute } from './route.ts';

type ForwardedCall = {
  method: 'GET' | 'POST';
  pattern: string;
  /** Query parameters that may pass. ComfyDeploy also takes a key by query (`cd_token`): never that. */
  query?: readonly string[];
  /** What the pattern's id is of, where not every member may name any. */
  about?: 'deployment' | 'run';
  /** Changes what somebody has started. */
  isOwnersOnly?: true;
};

/** All of ComfyDeploy that members reach, beside `queue-run`. The key is full account power: the list is closed. */
const forwardedCalls: readonly ForwardedCall[] = [
  { method: 'POST', pattern: '/api/file/upload' },
  { method: 'GET', pattern: '/api/deployment/{id}', about: 'deployment' },
  {
    method: 'GET',
    pattern: '/api/deployment/{id}/runs',
    query: ['limit', 'offset', 'filter_user_runs'],
    about: 'deployment',
  },
  { method: 'GET', pattern: '/api/run/{id}', query: ['queue_position'], about: 'run' },
  { method: 'POST', pattern: '/api/run/{id}/cancel', about: 'run', isOwnersOnly: true },
  { method: 'GET', pattern: '/api/v2/clickhouse-run-logs/{id}', about: 'run' },
  { method: 'GET', pattern: '/api/platform/gpu-pricing' },
];

export function comfyDeployRoutes(upstream: Upstream, runs: RunBook): readonly MemberRoute[] {
  return forwardedCalls.map((call) => ({
    method: call.method,
    pattern: call.pattern,
    access: 'member',
    async handle({ request, url, caller, ids: [id = ''] }) {
      if (call.about === 'deployment' && !mayRun(caller, id)) throw forbidden(words.deploymentForbidden);
      if (call.about === 'run') await checkRun(call, caller, await runs.byRunId(id));
      const path = url.pathname.slice('/api'.length) + passedQuery(url, call.query ?? []);
      return upstream.send(request, { path, isPaid: false });
    },
  }));
}

/** A run that nobody here has asked for is older than the book, or one whose answer was lost: it may be read. */
async function checkRun(
  { isOwnersOnly }: ForwardedCall,
  caller: Caller,
  record: { memberId: string; deploymentId: string } | null,
): Promise<void> {
  if (record === null || record.memberId === caller.id || caller.role === 'admin') return;
  if (isOwnersOnly || !mayRun(caller, record.deploymentId)) throw forbidden(words.runForbidden);
}

function forbidden(sentence: string): AppError {
  return new AppError('forbidden', sentence, { status: 403 });
}

function passedQuery(url: URL, names: readonly string[]): string {
  const passed = [...url.searchParams].filter(([name]) => names.includes(name));
  return passed.length === 0 ? '' : `?${new URLSearchParams(passed)}`;
}
