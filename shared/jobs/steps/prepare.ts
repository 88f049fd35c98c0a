import { estimateRun } from '#shared/budget/estimate.ts';
import { kontextFrame } from '#shared/images/kontext-frame.ts';
import { prepareForUpload } from '#shared/images/prepare.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';

/** created, preparing -> uploading: the source brought to what the workflow uses, kept by its hash. */
export async function prepare(drive: Drive, deps: RunnerDeps): Promise<void> {
  const { blobs, codec, workflow } = deps;
  // Nothing of it leaves the device: what is read need not wait for what is written down.
  const [{ description, prices }, source] = await Promise.all([
    workflow(drive.job),
    drive.blob(drive.job.recipe.sourceKey),
    drive.record({ type: 'preparing' }),
  ]);
  const pricePerSecond = prices[drive.job.recipe.gpu ?? description.gpu ?? ''] ?? null;
  const [prepared, reservedUsd] = await Promise.all([
    prepareForUpload(source.bytes, {
      codec,
      ...(description.scaling === 'kontext' ? { frameFor: kontextFrame } : {}),
    }),
    reserve(drive.job, deps, pricePerSecond),
  ]);
  const inputKey = await blobs.put({ bytes: prepared.bytes, mimeType: prepared.mimeType });
  await drive.record({
    type: 'uploading',
    inputKey,
    inputMimeType: prepared.mimeType,
    sizeBytes: prepared.bytes.byteLength,
    transparentRatio: prepared.transparentRatio,
    reservedUsd,
  });
}

const learnFrom = 20;

/** What the run will probably cost, on the books before anything is sent. */
async function reserve(
  { recipe }: Job,
  { journal }: RunnerDeps,
  pricePerSecond: number | null,
): Promise<number | null> {
  if (pricePerSecond === null) return null;
  const newestFirst = (await journal.listDone(recipe, learnFrom)).reverse();
  return estimateRun(newestFirst, pricePerSecond).costUsd;
}
