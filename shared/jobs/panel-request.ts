import type { Receipt } from '#shared/capture/receipt.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { promptWords } from '#shared/i18n/en/prompt.ts';
import type { InputValues } from '#shared/inputs/further-inputs.ts';
import type { Job, JobContext } from '#shared/jobs/job.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import type { OnceRequest } from '#shared/jobs/once.ts';
import type { Ids } from '#shared/ports.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import { findIn, nameOfOwn, type PresetLibrary } from '#shared/presets/preset-library.ts';
import { firstEmptyIn } from '#shared/presets/prompt.ts';

/** What a person asks for from a panel, less the picture. */
export type PanelRequest = {
  label: string;
  captureRoute: string;
  receipt?: Receipt | undefined;
  presetId: string | null;
  /** Typed by the person; added to the preset's own prompt. */
  prompt: string;
  /** What goes into the preset's placeholders. */
  fills?: Fills | undefined;
  /** 0..1 */
  strength: number | null;
  /** `null` chooses a fresh one. */
  seed: number | null;
  /** Values of further inputs; left out takes the preset's. */
  inputs?: InputValues | undefined;
  /** GPU to run on, where the workflow leaves the choice. */
  gpu?: string | null;
  /** Whether another picture of the same is meant, though one is on its way. */
  again: boolean;
};

export type PanelAnswer = {
  source: JobRequest['source'];
  /** The workflow to ask; `null` while there is none. */
  connection: Connection | null;
  library: PresetLibrary;
  surface: JobContext['surface'];
  ids: Pick<Ids, 'seed'>;
};

/**
 * A panel's request as one for a runner. Raises `invalid-input` for a preset that is gone, and where a
 * placeholder is still empty.
 */
export function requestFromPanel(request: PanelRequest, answer: PanelAnswer): OnceRequest {
  const { source, connection, library, surface, ids } = answer;
  const { presetId, prompt: typed, fills = {}, strength, seed, inputs, gpu = null, again } = request;
  const preset = findIn(library, presetId);
  if (presetId !== null && !preset) throw new AppError('invalid-input', presetWords.gone);
  const empty = firstEmptyIn(preset, typed, fills);
  if (empty !== null) throw new AppError('invalid-input', promptWords.fills.needed(empty));
  const wishes = { preset, typed, fills, strength, seed: seed ?? ids.seed(), inputs, gpu };
  const { label, captureRoute, receipt } = request;
  const picture = { label, captureRoute, ...(receipt && { receipt }) };
  return {
    source,
    recipe: newRecipe(connection, wishes),
    context: { ...picture, surface, ...nameOfOwn(preset) },
    isSeedRandom: seed === null,
    again,
  };
}

/** A job's picture once more, with another seed, as a job of its own. */
export function requestForAnother(
  { id, recipe, context }: Job,
  { source, surface, ids }: Pick<PanelAnswer, 'source' | 'surface' | 'ids'>,
): OnceRequest {
  return {
    source,
    recipe: { ...recipe, seed: ids.seed() },
    context: { ...alone(context), surface },
    isSeedRandom: true,
    again: false,
    besides: id,
  };
}

/** A job that goes its own way waits for no batch. */
export function alone({ batchId: _, itemId: __, ...context }: JobContext): JobContext {
  return context;
}
