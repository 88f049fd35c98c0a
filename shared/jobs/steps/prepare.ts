import { estimateRun } from '#shared/budget/estimate.ts';
import { kontextFrame } from '#shared/images/kontext-frame.ts';
import { prepareForUpload } from '#shared/images/prepare.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';

/** created, preparing -> uploading: the source brought to what the workflow uses, kept by its hash. */
export async function prepare(drive: Drive, deps: RunnerDeps): Promise<void> {
  const { blobs, codec, workflow } = deps;
  await drive.record({ type: 'preparing' });
  const { description, prices } = await workflow(drive.job);
  const source = await drive.blob(drive.job.recipe.sourceKey);
  const prepared = await prepareForUpload(source.bytes, {
    codec,
    ...(description.scaling === 'kontext' ? { frameFor: kontextFrame } : {}),
  });
  const inputKey = await blobs.put({ bytes: prepared.bytes, mimeType: prepared.mimeType });
  await drive.record({
    type: 'uploading',
    inputKey,
    inputMimeType: prepared.mimeType,
    sizeBytes: prepared.bytes.byteLength,
    transparentRatio: prepared.transparentRatio,
    reservedUsd: await reserve(
      drive.job,
      deps,
      prices[drive.job.recipe.gpu ?? description.gpu ?? ''] ?? null,
    ),
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
