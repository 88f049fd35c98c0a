import { mayHaveStarted } from '#shared/engines/start-outcome.ts';
import { toErrorData } from '#shared/errors/app-error.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { runInputs } from '#shared/inputs/values.ts';
import type { Drive, RunnerDeps } from '#shared/jobs/drive.ts';
import { findPreset } from '#shared/presets/find-preset.ts';

/**
 * uploaded, reconciling -> running or reconciling: the request that costs money. `submitting` is on
 * disk before it is sent; it is sent exactly once here, whatever becomes of the answer.
 */
export async function submit(drive: Drive, { workflow }: RunnerDeps): Promise<void> {
  const { stage, recipe, nonce, context } = drive.job;
  const pictureValue = 'pictureValue' in stage ? stage.pictureValue : '';
  const { engine, description, webhook } = await workflow(drive.job);
  const inputs = runInputs(description.inputs, rolesOf(description), recipe, pictureValue);
  const preset = context.presetName ?? findPreset(recipe.presetId)?.name;
  const wishes = {
    ...(recipe.gpu && { gpu: recipe.gpu }),
    ...(webhook && { webhook }),
    ...(preset && { preset }),
  };
  await drive.record({ type: 'submitting' });
  if (drive.job.cancelRequested) return drive.record({ type: 'cancelled' });
  let runId: string;
  try {
    runId = await engine.start({ inputs, nonce, ...wishes });
  } catch (error) {
    if (!mayHaveStarted(toErrorData(error).code)) throw error;
    return drive.record({ type: 'answer-lost' });
  }
  await drive.record({ type: 'run-known', runId });
}
