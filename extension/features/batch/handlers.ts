import { estimateRun } from '#shared/budget/estimate.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import type { BatchLook } from '#shared/jobs/batch/batch.ts';
import { createInTurn } from '#shared/jobs/batch/in-turn.ts';
import { newRecipe, type RecipeWishes } from '#shared/jobs/new-recipe.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import { firstEmptyIn } from '#shared/presets/prompt.ts';
import { newestJobs } from '#shared/web/storage/job-journal.ts';
import type { Handlers } from '../../messaging.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import type { Batches } from './background.ts';
import { forgetBatch } from './forget-batch.ts';
import type { BatchMessages, BatchRequest } from './messages.ts';

const learnFrom = 20;

export function batchHandlers(
  batches: Batches,
  services: Services,
  resume: () => Promise<void>,
): Pick<Handlers, keyof BatchMessages> {
  const { tray, blobs, database, presets } = services;
  // The second of two clicks finds the tray empty.
  const inTurn = createInTurn();

  return {
    'batch.start': (request) => inTurn(() => start(request)),
    'batch.add': async ({ key, label }) => {
      const picture = await blobs.get(key);
      if (picture) await batches.addPicture(picture, { label, captureRoute: 'file' });
      return picture !== null;
    },
    'batch.pause': ({ batchId }) => batches.pause(batchId),
    'batch.resume': ({ batchId }) => batches.resume(batchId),
    'batch.cancelAll': ({ batchId }) => batches.cancelAll(batchId),
    'batch.retryFailed': ({ batchId }) => batches.retryFailed(batchId),
    'batch.remove': ({ batchId }) => forgetBatch(batchId, services),
    'batch.cancelItem': ({ batchId, index }) => batches.cancelItem(batchId, index),
    'batch.retryItem': ({ batchId, index }) => batches.retryItem(batchId, index),
    'batch.move': ({ batchId, index, move }) => batches.move(batchId, index, move),
    'batch.wake': resume,
  };

  async function start({ presetIds, prompt, fills, seed }: BatchRequest): Promise<string | null> {
    const connection = await loadMainConnection();
    if (!connection) throw new AppError('not-configured', 'No connection is stored');
    const gathered = await tray.list();
    const library = await presets.load();
    const looks = presetIds.map((presetId) => {
      const preset = findIn(library, presetId);
      if (presetId !== null && !preset) throw new AppError('invalid-input', presetWords.gone);
      return lookOf(preset, { typed: prompt, fills }, connection);
    });
    if (gathered.length === 0 || looks.length === 0) return null;
    const price = connection.prices[connection.description.gpu ?? ''] ?? null;
    const perItem = estimateRun(await newestJobs(database, learnFrom), price);
    const pictures = gathered.map(({ picture }) => picture);
    const batchId = await batches.start({ pictures, looks, seed, perItem });
    await tray.remove(gathered.map(({ id }) => id));
    return batchId;
  }
}

type Words = Pick<RecipeWishes, 'typed' | 'fills'>;

function lookOf(preset: Preset | null, words: Words, connection: Connection): BatchLook {
  const empty = firstEmptyIn(preset, words.typed, words.fills ?? {});
  if (empty !== null) throw new AppError('invalid-input', promptWords.fills.needed(empty));
  const { seed: _, ...recipe } = newRecipe(connection, { preset, ...words, strength: null, seed: 1 });
  return { name: preset?.name ?? batchWords.ownPrompt, recipe };
}
