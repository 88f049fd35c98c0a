import { AppError, isAppError } from '#shared/errors/app-error.ts';
import type { Handoff, HandoffRecipe } from '#shared/handoff/handoff.ts';
import { handoffPicture } from '#shared/handoff/handoff-picture.ts';
import { noteOf } from '#shared/history/recipe-note.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { BlobKey, BlobStore, Bytes } from '#shared/ports.ts';

type Shelf = { blobs: Pick<BlobStore, 'get'>; codec: ImageCodec };

/**
 * A finished job's result with the picture it was made from, where that is still kept. Raises
 * `picture-lost` where there is no result (any more).
 */
export async function handoffOf(job: Job, shelf: Shelf): Promise<Handoff> {
  const { stage, recipe, context } = job;
  const picture = stage.name === 'done' ? await readPicture(stage.result.key, shelf) : null;
  if (!picture) throw new AppError('picture-lost', 'The result is no longer stored');
  const original = await readPicture(recipe.sourceKey, shelf);
  return { name: nameToTell(context.label), picture, original, recipe: recipeToTell(job) };
}

function recipeToTell(job: Job): HandoffRecipe {
  const { presetId, presetName, prompt, strength, seed } = noteOf(job);
  return { presetId, presetName, prompt, strength, seed };
}

/**
 * What a picture is called to others: without the ending that says it is a file, and '' for one that was
 * fetched and is called by its host, which is nobody else's business.
 */
export function nameToTell(label: string): string {
  const name = label.replace(/\.(avif|bmp|gif|heic|jpe?g|png|webp)$/i, '');
  const isAddress = name === label && /^\S+\.\S+$|:\/\//.test(label);
  return isAddress ? '' : name;
}

async function readPicture(key: BlobKey, { blobs, codec }: Shelf): Promise<Bytes | null> {
  const stored = await blobs.get(key);
  if (!stored) return null;
  return handoffPicture(stored.bytes, codec).catch((error: unknown) => {
    if (isAppError(error)) return null;
    throw error;
  });
}
