import { estimateRun } from '#shared/budget/estimate.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';
import type { Job } from '#shared/jobs/job.ts';
import {
  type InputOrder,
  isLargeSource,
  type PreparedInput,
  prepareInput,
} from '#shared/jobs/prepared-input.ts';

/** created, preparing -> uploading: the source brought to what the workflow uses, kept by its hash. */
export async function prepare(drive: Drive, deps: RunnerDeps): Promise<void> {
  const { recipe } = drive.job;
  const [{ description, prices }] = await Promise.all([
    deps.workflow(drive.job),
    drive.record({ type: 'preparing' }),
  ]);
  const pricePerSecond = prices[recipe.gpu ?? description.gpu ?? ''] ?? null;
  const order: InputOrder = {
    sourceKey: recipe.sourceKey,
    isFramed: description.scaling === 'kontext',
  };
  const [input, reservedUsd] = await Promise.all([
    inputOf(order, drive.job, deps),
    reserve(drive.job, deps, pricePerSecond),
  ]);
  await drive.record({ type: 'uploading', ...input, reservedUsd });
}

async function inputOf(order: InputOrder, { context }: Job, deps: RunnerDeps): Promise<PreparedInput> {
  const made = isLargeSource(context) ? await deps.prepareElsewhere?.(order) : null;
  return made ?? prepareInput(order, deps);
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
