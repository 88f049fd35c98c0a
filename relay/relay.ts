import { createMemberFinder, type MemberFinder } from './access/member-finder.ts';
import { failureAnswer, notFoundAnswer, unauthorizedAnswer } from './answers/answers.ts';
import { preflightAnswer, withRelayHeaders } from './answers/relay-headers.ts';
import { pictureRoute } from './picture/picture-route.ts';
import type { RelayConfig } from './relay-config.ts';
import { failureName, type RequestLogEntry, writeLogLine } from './request-log.ts';
import { comfyDeployRoutes } from './routes/comfydeploy.ts';
import { healthRoute } from './routes/health.ts';
import { createRouteFinder, type RouteFinder } from './routes/route.ts';
import { createUpstream } from './upstream/upstream.ts';

export type RelayHandler = (request: Request) => Promise<Response>;

/**
 * The relay as one web-standard handler: it lets Figma, whose origin is `null`, reach ComfyDeploy, which
 * refuses foreign origins, and keeps the API key on this side. Needs no Node; `serve.ts` puts it on a port.
 */
export function createRelay(config: RelayConfig): RelayHandler {
  const findRoute = createRouteFinder([
    healthRoute,
    pictureRoute(config),
    ...comfyDeployRoutes(createUpstream(config)),
  ]);
  const findMember = createMemberFinder(config.members);
  const log = config.log ?? writeLogLine;
  return async (request) => {
    const startedMs = performance.now();
    const notes: CallNotes = { path: 'unlisted' };
    const answer = await answerTo(request, notes, findRoute, findMember).catch((error: unknown) => {
      notes.failure = failureName(error);
      return failureAnswer(error);
    });
    const ms = Math.round(performance.now() - startedMs);
    log({ method: request.method, status: answer.status, ms, ...notes });
    return withRelayHeaders(answer);
  };
}

/** What is learnt about a call on the way, kept also when it fails. */
type CallNotes = Pick<RequestLogEntry, 'path' | 'member' | 'failure'>;

async function answerTo(
  request: Request,
  notes: CallNotes,
  findRoute: RouteFinder,
  findMember: MemberFinder,
): Promise<Response> {
  if (request.method === 'OPTIONS') {
    notes.path = 'preflight';
    return preflightAnswer();
  }
  const url = new URL(request.url);
  const route = findRoute(request.method, url.pathname);
  if (!route) return notFoundAnswer();
  notes.path = route.pattern;
  const member = route.access === 'member' ? await findMember(request) : null;
  if (route.access === 'member' && !member) return unauthorizedAnswer();
  if (member) notes.member = member.name;
  return route.handle({ request, url, member });
}
