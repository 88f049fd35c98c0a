import { isAppError } from '#shared/errors/app-error.ts';
import { failureAnswer, problemAnswer } from '../answers/answers.ts';
import { withRelayHeaders } from '../answers/relay-headers.ts';
import type { Relay } from '../relay.ts';
import { failureName, writeLogLine } from '../request-log.ts';
import { withFixedLength } from './fixed-length.ts';
import { type FurtherRoutes, openWorkerRelay } from './open-worker-relay.ts';
import type { WorkerEnvironment } from './worker-settings.ts';

/** What keeps a Worker alive after its answer: https://developers.cloudflare.com/workers/runtime-apis/context/ */
type WorkerContext = { waitUntil(work: Promise<unknown>): void };

/** The relay as a Worker: it answers requests, and looks for the end of runs when the clock says so. */
export function createWorker(further: FurtherRoutes = {}) {
  // Of each environment, which a Worker keeps for as long as it lives: a relay remembers prices and deployments.
  const opened = new WeakMap<WorkerEnvironment, Relay>();

  async function relayIn(environment: WorkerEnvironment): Promise<Relay> {
    const relay = opened.get(environment) ?? (await openWorkerRelay(environment, further));
    opened.set(environment, relay);
    return relay;
  }

  async function answer(request: Request, environment: WorkerEnvironment): Promise<Response> {
    const relay = await relayIn(environment).catch((error: unknown) => error);
    return isRelay(relay) ? withFixedLength(await relay.handle(request)) : unopenedAnswer(request, relay);
  }

  return {
    fetch(request: Request, environment: WorkerEnvironment, context: WorkerContext): Promise<Response> {
      const answering = answer(request, environment);
      // Also when the caller has gone: what became of a run that was asked for is still to be written down.
      context.waitUntil(answering);
      return answering;
    },

    async scheduled(_event: unknown, environment: WorkerEnvironment): Promise<void> {
      const relay = await relayIn(environment);
      await relay.settleDue();
    },
  };
}

function isRelay(value: unknown): value is Relay {
  return typeof value === 'object' && value !== null && 'settleDue' in value;
}

/** It cannot start: what is missing is said to whoever asks, for there is no terminal to say it at. */
function unopenedAnswer({ method }: Request, error: unknown): Response {
  const status = isAppError(error) ? 503 : 500;
  writeLogLine({ method, path: 'unopened', status, ms: 0, failure: failureName(error) });
  return withRelayHeaders(
    isAppError(error) ? problemAnswer(status, error.code, error.data.detail) : failureAnswer(error),
  );
}
