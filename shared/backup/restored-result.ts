import type { PackedResult } from '#shared/backup/history-file.ts';
import { entryOf, type HistoryEntry } from '#shared/history/entry.ts';
import { recipeKeysOf } from '#shared/history/recipe-key.ts';
import type { PictureHeader } from '#shared/images/header.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';

/** What pictures say of themselves, by their keys: those alone that are there. */
export type PictureHeaders = ReadonlyMap<BlobKey, PictureHeader>;

/**
 * A result out of a file as its job and its own pictures tell it. What else the file says of it is anybody's to
 * change, most of all under which hashes it is offered again: those are made anew, and a result that is not there has
 * none. The marks are the file's.
 */
export async function restoredResult(
  { entry, job: told }: PackedResult,
  headers: PictureHeaders,
): Promise<PackedResult> {
  const job = described(told, headers);
  const isMissing = job.stage.name === 'done' && !headers.has(job.stage.result.key);
  const keys = isMissing ? null : await recipeKeysOf(job.recipe);
  const thumbnailKey =
    entry.thumbnailKey !== null && headers.has(entry.thumbnailKey) ? entry.thumbnailKey : null;
  const { recipeKey, likeKey } = keys ?? { recipeKey: null, likeKey: null };
  const restored = entryOf(job, { recipeKey, likeKey, thumbnailKey, sizeBytes: entry.sizeBytes });
  return { job, entry: { ...restored, ...marksOf(entry) } };
}

function described(job: Job, headers: PictureHeaders): Job {
  if (job.stage.name !== 'done') return job;
  const { result } = job.stage;
  const header = headers.get(result.key);
  if (!header) return job;
  const { mimeType, widthPx, heightPx } = header;
  return { ...job, stage: { ...job.stage, result: { ...result, mimeType, widthPx, heightPx } } };
}

function marksOf({ favourite, rating, uses }: HistoryEntry): Partial<HistoryEntry> {
  return { favourite, rating, uses };
}
