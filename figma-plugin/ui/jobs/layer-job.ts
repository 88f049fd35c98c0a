import type { ErrorData } from '#shared/errors/app-error.ts';
import type { Job, Recipe } from '#shared/jobs/job.ts';
import type { Placing, Where } from '../../bridge/placing.ts';

/** What is asked of the engine; the picture is added once it is exported. */
export type LayerRecipe = Omit<Recipe, 'sourceKey'>;

/** One picture that is wanted: of which layer, how, and where it belongs. */
export type Order = Pick<Placing, 'nodeId' | 'way' | 'cell' | 'exactIds'> & {
  layerName: string;
  /** Whether a picture larger than Figma takes is cut into tiles, not made smaller. */
  isTiled: boolean;
  /** What results are called: the preset's name, or the prompt's beginning. */
  title: string;
  /** How it is made, as it is kept with the result. */
  note: string;
  recipe: LayerRecipe;
};

/** Where a layer's picture stands between Figma and the job runner. */
export type LayerJobState =
  | { name: 'queued' }
  | { name: 'exporting' }
  | { name: 'working'; job: Job }
  | { name: 'placing' }
  | { name: 'placed'; nodeId: string; where: Where; tileCount: number; isShrunk: boolean }
  | { name: 'failed'; error: ErrorData; retryFrom: 'export' | 'job' | 'place' }
  | { name: 'cancelled' };

export type LayerJob = Order & {
  id: string;
  /** The runner's job, once there is one. */
  jobId: string | null;
  /** What it cost at least, once that is known. */
  costUsd: number | null;
  state: LayerJobState;
};

/** What was asked for, without how it stands. */
export function orderOf({ id: _id, jobId: _job, costUsd: _cost, state: _state, ...order }: LayerJob): Order {
  return order;
}

export function isEnded({ state }: LayerJob): boolean {
  return state.name === 'placed' || state.name === 'failed' || state.name === 'cancelled';
}

/** Drawn on this device, by nobody's model. */
export function isSample({ recipe }: LayerJob): boolean {
  return recipe.engine === 'on-device';
}

export function resultName({ title, layerName }: LayerJob): string {
  return `${title} · ${layerName}`;
}
