import { entryOf, picturesOf } from '#shared/history/entry.ts';
import type { HistoryStore } from '#shared/history/history-store.ts';
import { recipeKeysOf } from '#shared/history/recipe-key.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { makeThumbnail } from '#shared/images/thumbnail.ts';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import type { BlobStore } from '#shared/ports.ts';

export type RecorderDeps = { history: HistoryStore; blobs: BlobStore; codec: ImageCodec };

/**
 * Writes a job that has ended into the history, with its thumbnail. May be called again for the same job.
 * A job that only shows an earlier result again is no news and is left out.
 */
export async function recordInHistory(job: Job, { history, blobs, codec }: RecorderDeps): Promise<void> {
  if (!isFinished(job) || job.servedFrom) return;
  const [keys, pictures] = await Promise.all([recipeKeysOf(job.recipe), readPictures(job, blobs)]);
  const thumbnail = pictures.shown && (await makeThumbnail(pictures.shown, codec));
  await history.record(
    entryOf(job, {
      recipeKey: keys?.recipeKey ?? null,
      likeKey: keys?.likeKey ?? null,
      thumbnailKey: thumbnail && (await blobs.put(thumbnail)),
      sizeBytes: (pictures.result?.bytes.byteLength ?? 0) + (thumbnail?.bytes.byteLength ?? 0),
    }),
  );
}

/** The result, and what to show of the job: its source where there is no result. */
async function readPictures(job: Job, blobs: BlobStore) {
  const result = job.stage.name === 'done' ? await blobs.get(job.stage.result.key) : null;
  const [sourceKey] = picturesOf(job);
  return { result, shown: result ?? (sourceKey ? await blobs.get(sourceKey) : null) };
}
