import { createMemberFinder, type MemberFinder } from './access/member-finder.ts';
import { adminApi } from './admin/admin-api.ts';
import { adminPages } from './admin/admin-pages.ts';
import {
  failureAnswer,
  forbiddenAnswer,
  notFoundAnswer,
  tooManyCallsAnswer,
  unauthorizedAnswer,
} from './answers/answers.ts';
import { preflightAnswer, withRelayHeaders } from './answers/relay-headers.ts';
import { joinRoutes } from './join/join.ts';
import { createRequestLimit, type RequestLimit } from './limits/request-limit.ts';
import { assetRoutes } from './pages/assets.ts';
import { pictureRoute } from './picture/picture-route.ts';
import { predictionRoutes } from './predictions/prediction-routes.ts';
import type { RelayConfig } from './relay-config.ts';
import { createRelayParts, type RelayParts } from './relay-parts.ts';
import { failureName, type RequestLogEntry, writeLogLine } from './request-log.ts';
import { comfyDeployRoutes } from './routes/comfydeploy.ts';
import { deploymentsRoute } from './routes/deployments.ts';
import { healthRoute } from './routes/health.ts';
import { queueRunRoute } from './routes/queue-run.ts';
import { createRouteFinder, type FoundRoute, type Route, type RouteCall } from './routes/route.ts';

export type RelayHandler = (request: Request) => Promise<Response>;

export type Relay = {
  handle: RelayHandler;
  /** Looks for the end of runs that nobody asks for any more. To be called now and then. */
  settleDue(signal?: AbortSignal): Promise<void>;
};

/**
 * The relay as one web-standard handler: it lets Figma, whose origin is `null`, reach ComfyDeploy, which
 * refuses foreign origins, and keeps the API key on this side. Needs no Node; `serve.ts` puts it on a port.
 */
export function createRelay(config: RelayConfig): Relay {
  const parts = createRelayParts(config);
  const findRoute = createRouteFinder(routesOf(config, parts));
  const gate: Gate = {
    findMember: createMemberFinder(parts.devices),
    limit: createRequestLimit(parts.limits.requestsPerMinute, parts.clock),
  };
  const log = config.log ?? writeLogLine;
  return {
    settleDue: parts.settler.settleDue,
    async handle(request) {
      const startedMs = performance.now();
      const notes: CallNotes = { path: 'unlisted' };
      const answer = await answerTo(request, notes, findRoute, gate).catch((error: unknown) => {
        notes.failure = failureName(error);
        return failureAnswer(error);
      });
      const ms = Math.round(performance.now() - startedMs);
      log({ method: request.method, status: answer.status, ms, ...notes });
      return withRelayHeaders(answer);
    },
  };
}

function routesOf(config: RelayConfig, parts: RelayParts): Route[] {
  const { upstream, runs, desk } = parts;
  return [
    healthRoute,
    pictureRoute(config),
    queueRunRoute(upstream, desk),
    deploymentsRoute(upstream),
    ...comfyDeployRoutes(upstream, runs),
    ...predictionRoutes(parts, config),
    ...assetRoutes,
    ...joinRoutes({ ...parts, publicUrl: config.publicUrl }),
    ...adminPages(parts, config),
    ...adminApi(parts, config),
    ...(config.openRoutes ?? []),
  ];
}

/** What is learnt about a call on the way, kept also when it fails. */
type CallNotes = Pick<RequestLogEntry, 'path' | 'member' | 'failure'>;

type Gate = { findMember: MemberFinder; limit: RequestLimit };

async function answerTo(
  request: Request,
  notes: CallNotes,
  findRoute: ReturnType<typeof createRouteFinder>,
  gate: Gate,
): Promise<Response> {
  if (request.method === 'OPTIONS') {
    notes.path = 'preflight';
    return preflightAnswer();
  }
  const url = new URL(request.url);
  const found = findRoute(request.method, url.pathname);
  if (!found) return notFoundAnswer();
  notes.path = found.route.pattern;
  return throughGate(found, { request, url, ids: found.ids }, notes, gate);
}

async function throughGate(
  { route }: FoundRoute,
  call: RouteCall,
  notes: CallNotes,
  { findMember, limit }: Gate,
): Promise<Response> {
  if (route.access === 'open') return route.handle(call);
  const caller = await findMember(call.request);
  if (!caller) return unauthorizedAnswer();
  notes.member = caller.name;
  if (route.access === 'admin' && caller.role !== 'admin') return forbiddenAnswer();
  const waitSeconds = limit(caller.id);
  return waitSeconds === null ? route.handle({ ...call, caller }) : tooManyCallsAnswer(waitSeconds);
}
