import type { Receipt } from '#shared/capture/receipt.ts';
import { deploymentIdOf } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import type { Recipe } from '#shared/jobs/job.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import { moveRecipe, newRecipe } from '#shared/jobs/new-recipe.ts';
import { systemIds } from '#shared/platform.ts';
import { emptyIn } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { findIn, nameOfOwn } from '#shared/presets/preset-library.ts';
import { loadConnections, loadMainConnection } from '../../platform/connection-store.ts';
import { loadFills } from '../../platform/prompt-fills.ts';
import type { Services } from '../../platform/services.ts';
import type { Click } from './click.ts';

/** What goes along with a picture that was read on a page. */
export type PictureNotes = { label: string; captureRoute: string; receipt?: Receipt };

/** The job that a click asks for, less its picture. */
export async function requestFor(click: Click, label: string, { presets }: Pick<Services, 'presets'>) {
  const { jobId, place, pictureUrl, presetId, page, recorded } = click;
  const preset = findIn(await presets.load(), presetId);
  const recipe = recorded ? await recipeAgain(recorded.recipe, preset) : await recipeFor(preset);
  const { presetName } = recorded?.context ?? {};
  const { tabId, frameId } = place;
  const context = {
    surface: 'page',
    label: label || labelOf(pictureUrl),
    captureRoute: 'none',
    pictureUrl,
    tabId,
    frameId,
    ...(page && { page }),
    ...(presetName === undefined ? nameOfOwn(preset) : { presetName }),
  } as const;
  return { id: jobId, recipe, context } satisfies Omit<JobRequest, 'source'>;
}

/** Whether a prompt has placeholders that nobody has ever filled in: the panel asks for them. */
export async function waitsForWords(
  { presetId, recorded }: Pick<Click, 'presetId' | 'recorded'>,
  { presets }: Pick<Services, 'presets'>,
): Promise<boolean> {
  if (recorded) return emptyIn(recorded.recipe.prompt, {}).length > 0;
  if (presetId === null) return false;
  const [library, fills] = await Promise.all([presets.load(), loadFills()]);
  return emptyIn(findIn(library, presetId)?.prompt ?? '', fills).length > 0;
}

async function recipeFor(preset: Preset | null): Promise<Omit<Recipe, 'sourceKey'>> {
  const [connection, fills] = await Promise.all([loadMainConnection(), loadFills()]);
  return newRecipe(connection, { preset, typed: '', fills, strength: null, seed: systemIds.seed() });
}

/** The recipe as it was recorded; asked of the engine there is now where its own is no longer connected. */
async function recipeAgain(recipe: Recipe, preset: Preset | null): Promise<Omit<Recipe, 'sourceKey'>> {
  const connections = await loadConnections();
  const isConnected = connections.some(
    (each) => each.engine === recipe.engine && deploymentIdOf(each) === recipe.deploymentId,
  );
  return isConnected ? recipe : moveRecipe(recipe, connections[0] ?? null, preset ?? undefined);
}

/** Raises `invalid-input` where the preset is gone that was clicked: nobody pays for a picture of an empty prompt. */
export function forbidLostPreset({ recipe }: { recipe: Pick<Recipe, 'presetId'> }, click: Click): void {
  if (recipe.presetId !== click.presetId) throw new AppError('invalid-input', presetWords.gone);
}

/** A short name for a picture: the last part of its address. */
export function labelOf(pictureUrl: string): string {
  const { pathname = '', protocol = '' } = URL.parse(pictureUrl) ?? {};
  const last = protocol.startsWith('http') ? pathname.split('/').at(-1) : '';
  return decodeURIComponentSafely(last || 'picture').slice(0, 80);
}

function decodeURIComponentSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
