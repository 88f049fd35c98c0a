import type { Job, JobContext, Recipe, Stage } from '#shared/jobs/job.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import { createCountingIds } from './counting-ids.ts';
import { createVirtualClock } from './virtual-clock.ts';

const recipe: Recipe = {
  sourceKey: 'sha256-source',
  engine: 'comfydeploy',
  deploymentId: 'deployment',
  presetId: 'builtin.watercolour',
  prompt: 'make it a watercolour',
  strength: 0.8,
  seed: 7,
  inputs: {},
};

const context: JobContext = {
  label: 'coffee.png',
  widthPx: 600,
  heightPx: 400,
  surface: 'page',
  captureRoute: 'page-fetch',
};

/** A job in a given stage. */
export function jobIn(stage: Stage, changes: Partial<Job> = {}): Job {
  const job = newJob(recipe, context, { clock: createVirtualClock(), ids: createCountingIds() });
  return { ...job, stage, ...changes };
}
