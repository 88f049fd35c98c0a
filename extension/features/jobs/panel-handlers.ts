import type { Connection } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { StartOnce } from '#shared/jobs/once.ts';
import { requestFromPanel } from '#shared/jobs/panel-request.ts';
import { systemIds } from '#shared/platform.ts';
import type { Handlers } from '../../messaging.ts';
import { loadConnections, loadMainConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import type { JobMessages, RestyleRequest } from './messages.ts';
import { createOnePress } from './one-press.ts';
import { readSource } from './read-source.ts';

type Comparison = Parameters<JobMessages['jobs.compare']>[0];

/** What the panel asks for: one picture, or the same with several engines. */
export function panelHandlers(
  startOnce: StartOnce,
  { blobs, presets }: Services,
): Pick<Handlers, 'jobs.start' | 'jobs.compare'> {
  const compareOnce = createOnePress<Comparison, string[]>();
  const startAgainOnce = createOnePress<RestyleRequest, string>();
  return {
    // Another one of the same is meant once a press, too.
    'jobs.start': (request) => (request.again ? startAgainOnce(request, start) : start(request)),
    'jobs.compare': (question) => compareOnce(question, compare),
  };

  async function start(request: RestyleRequest): Promise<string> {
    return startWith(request, await loadMainConnection());
  }

  async function compare({ request, engines }: Comparison): Promise<string[]> {
    const comparisonId = systemIds.uuid();
    const seed = request.seed ?? systemIds.seed();
    const connections = await loadConnections();
    const ids: string[] = [];
    for (const engine of engines) {
      const connection = connections.find((each) => each.engine === engine);
      if (!connection) throw new AppError('not-configured', `No connection to ${engine} is stored`);
      ids.push(await startWith({ ...request, seed, again: true }, connection, comparisonId));
    }
    return ids;
  }

  async function startWith(
    request: RestyleRequest,
    connection: Connection | null,
    comparisonId?: string,
  ): Promise<string> {
    const source = await readSource(blobs, request.sourceKey);
    const library = await presets.load();
    const answer = { source, connection, library, surface: 'popup', ids: systemIds } as const;
    const { context, ...order } = requestFromPanel(request, answer);
    const compared = comparisonId === undefined ? context : { ...context, comparisonId };
    return (await startOnce({ ...order, context: compared })).id;
  }
}
