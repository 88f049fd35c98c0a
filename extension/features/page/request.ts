import type { Receipt } from '#shared/capture/receipt.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import type { JobRequest } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import { emptyIn } from '#shared/presets/placeholders.ts';
import { findIn, nameOfOwn } from '#shared/presets/preset-library.ts';
import { loadMainConnection } from '../../platform/connection-store.ts';
import { loadFills } from '../../platform/prompt-fills.ts';
import type { Services } from '../../platform/services.ts';
import type { Click } from './click.ts';

/** What goes along with a picture that was read on a page. */
export type PictureNotes = { label: string; captureRoute: string; receipt?: Receipt };

/** The job that a click asks for, less its picture. */
export async function requestFor(click: Click, label: string, { presets }: Pick<Services, 'presets'>) {
  const { jobId, place, pictureUrl, presetId, page } = click;
  const preset = findIn(await presets.load(), presetId);
  const recipe = newRecipe(await loadMainConnection(), {
    preset,
    typed: '',
    fills: await loadFills(),
    strength: null,
    seed: systemIds.seed(),
  });
  const { tabId, frameId } = place;
  const context = {
    surface: 'page',
    label: label || labelOf(pictureUrl),
    captureRoute: 'none',
    pictureUrl,
    tabId,
    frameId,
    ...(page && { page }),
    ...nameOfOwn(preset),
  } as const;
  return { id: jobId, recipe, context } satisfies Omit<JobRequest, 'source'>;
}

/** Whether a preset has placeholders that nobody has ever filled in: the panel asks for them. */
export async function waitsForWords(
  presetId: string,
  { presets }: Pick<Services, 'presets'>,
): Promise<boolean> {
  const [library, fills] = await Promise.all([presets.load(), loadFills()]);
  return emptyIn(findIn(library, presetId)?.prompt ?? '', fills).length > 0;
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
