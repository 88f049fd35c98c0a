import type { Connection } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import type { StartOnce } from '#shared/jobs/once.ts';
import { systemIds } from '#shared/platform.ts';
import { findIn, nameOfOwn } from '#shared/presets/preset-library.ts';
import { firstEmptyIn } from '#shared/presets/prompt.ts';
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
    const preset = findIn(await presets.load(), request.presetId);
    if (request.presetId !== null && !preset) throw new AppError('invalid-input', presetWords.gone);
    const empty = firstEmptyIn(preset, request.prompt, request.fills ?? {});
    if (empty !== null) throw new AppError('invalid-input', promptWords.fills.needed(empty));
    const recipe = newRecipe(connection, {
      preset,
      typed: request.prompt,
      fills: request.fills ?? {},
      strength: request.strength,
      seed: request.seed ?? systemIds.seed(),
      gpu: request.gpu ?? null,
    });
    const { label, captureRoute, receipt, again } = request;
    const picture = { label, captureRoute, ...(receipt && { receipt }) };
    const where = { ...picture, surface: 'popup', ...nameOfOwn(preset) } as const;
    const context = comparisonId === undefined ? where : { ...where, comparisonId };
    const isSeedRandom = request.seed === null;
    return (await startOnce({ source, recipe, context, isSeedRandom, again })).id;
  }
}
