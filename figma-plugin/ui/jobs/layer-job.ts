import type { ErrorData } from '#shared/errors/app-error.ts';
import type { Job, Recipe } from '#shared/jobs/job.ts';

/** What is asked of the engine; the picture is added once it is exported. */
export type LayerRecipe = Omit<Recipe, 'sourceKey'>;

/** Where a layer's picture stands between Figma and the job runner. */
export type LayerJobState =
  | { name: 'queued' }
  | { name: 'exporting' }
  | { name: 'working'; job: Job }
  | { name: 'placing' }
  | { name: 'placed'; nodeId: string; where: 'layer' | 'component' | 'page' }
  | { name: 'failed'; error: ErrorData; retryFrom: 'export' | 'job' | 'place' }
  | { name: 'cancelled' };

export type LayerJob = {
  id: string;
  nodeId: string;
  layerName: string;
  /** What results are called: the preset's name, or the prompt's beginning. */
  title: string;
  recipe: LayerRecipe;
  /** The runner's job, once there is one. */
  jobId: string | null;
  state: LayerJobState;
};

export function isEnded({ state }: LayerJob): boolean {
  return state.name === 'placed' || state.name === 'failed' || state.name === 'cancelled';
}

export function resultName({ title, layerName }: LayerJob): string {
  return `${title} · ${layerName}`;
}
