import type { Job, Recipe } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import { presetFrom } from '#shared/presets/preset-of-recipe.ts';
import { readPrompt } from '#shared/presets/prompt.ts';
import type { Services } from '../services.ts';
import { presetPictureOf } from './preset-picture.ts';

type Shelf = Pick<Services, 'blobs' | 'presets'>;

/** A preset that was kept: what it is called, and its id. */
export type Kept = { id: string; name: string };

/** Keeps what made a finished picture, under that picture; `null` where the prompt is too long for a preset. */
export async function keepAsPreset({ recipe, stage }: Job, services: Shelf): Promise<Kept | null> {
  const { blobs, presets } = services;
  const preset = findIn(await presets.load(), recipe.presetId);
  const picture = stage.name === 'done' ? await pictureOf(stage.result.key, blobs) : null;
  const draft = presetFrom({ ...recipe, typed: typedOf(recipe, preset), preset, picture });
  return draft && { id: await presets.create(draft), name: draft.name };
}

function typedOf({ prompt }: Recipe, preset: ReturnType<typeof findIn>): string {
  return preset ? (readPrompt(preset, prompt)?.typed ?? '') : prompt;
}

async function pictureOf(key: BlobKey, blobs: Shelf['blobs']): Promise<string | null> {
  const stored = await blobs.get(key);
  return stored && presetPictureOf(new Blob([stored.bytes], { type: stored.mimeType }));
}
