import { toErrorData } from '#shared/errors/app-error.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job, Recipe } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import { presetFrom } from '#shared/presets/preset-of-recipe.ts';
import { readPrompt } from '#shared/presets/prompt.ts';
import type { Services } from '../services.ts';
import { presetPictureOf } from './preset-picture.ts';

type Shelf = Pick<Services, 'blobs' | 'presets'>;

/** A preset that was kept: what it is called, and its id. */
type Kept = { id: string; name: string };

/** Keeps what made a finished picture, under that picture; `null` where the prompt is too long for a preset. */
async function keepAsPreset({ recipe, stage }: Job, services: Shelf): Promise<Kept | null> {
  const { blobs, presets } = services;
  const preset = findIn(await presets.load(), recipe.presetId);
  const picture = stage.name === 'done' ? await pictureOf(stage.result.key, blobs) : null;
  const draft = presetFrom({ ...recipe, typed: typedOf(recipe, preset), preset, picture });
  return draft && { id: await presets.create(draft), name: draft.name };
}

/** The same, and what came of it as a sentence. */
export async function keepInWords(job: Job, services: Shelf): Promise<string> {
  try {
    const kept = await keepAsPreset(job, services);
    return kept ? presetWords.kept(kept.name) : presetWords.tooLongToKeep;
  } catch (error) {
    return errorWords(toErrorData(error)).title;
  }
}

function typedOf({ prompt }: Recipe, preset: ReturnType<typeof findIn>): string {
  return preset ? (readPrompt(preset, prompt)?.typed ?? '') : prompt;
}

async function pictureOf(key: BlobKey, blobs: Shelf['blobs']): Promise<string | null> {
  const stored = await blobs.get(key);
  return stored && presetPictureOf(new Blob([stored.bytes], { type: stored.mimeType }));
}
