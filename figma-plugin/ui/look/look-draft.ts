import type { Connection } from '#shared/connection/connection.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { type StrengthRange, strengthRange } from '#shared/inputs/values.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import { systemIds } from '#shared/platform.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import type { LayerRecipe } from '../jobs/layer-job.ts';

/** What the panel's fields hold. */
export type LookDraft = {
  presetId: string | null;
  typed: string;
  /** 0..1 */
  strength: number;
  /** `null`: every layer gets one of its own. */
  seed: number | null;
  /** Looks of a frame of variants; none means the one look above. */
  gridPresetIds: readonly string[];
  /** Pictures of each look in it. */
  versions: number;
  /** Looks beside the built-in ones, where others are known. */
  otherPresets?: readonly Preset[];
};

const firstPreset = builtInPresets[0];

export const firstDraft: LookDraft = {
  presetId: firstPreset?.id ?? null,
  typed: '',
  strength: firstPreset?.strength ?? 0.8,
  seed: null,
  gridPresetIds: [],
  versions: 1,
};

export function presetsOf({ otherPresets = [] }: LookDraft): readonly Preset[] {
  return [...otherPresets, ...builtInPresets];
}

export function presetOf(draft: LookDraft): Preset | null {
  return presetsOf(draft).find(({ id }) => id === draft.presetId) ?? null;
}

/** The strength slider of the connected workflow; `null` where it has none, or none is connected. */
export function strengthRangeOf(connection: Connection | null): StrengthRange | null {
  return connection && strengthRange(connection.description.inputs, rolesOf(connection.description));
}

/** What to ask the engine for. A seed of its own is drawn for every call, unless one is kept. */
export function recipeFrom(draft: LookDraft, connection: Connection | null): LayerRecipe {
  const seed = draft.seed ?? systemIds.seed();
  return newRecipe(connection, {
    preset: presetOf(draft),
    typed: draft.typed,
    strength: draft.strength,
    seed,
  });
}

/**
 * The looks that are wanted of each layer. In a frame of variants every preset keeps its own strength,
 * and a kept seed is the first version's.
 */
export function looksOf(draft: LookDraft, isGrid: boolean): LookDraft[] {
  if (!isGrid) return [draft];
  const presets = presetsOf(draft).filter(({ id }) => draft.gridPresetIds.includes(id));
  const looks = presets.map(({ id, strength }) => ({ ...draft, presetId: id, strength }));
  const versions = Array.from({ length: draft.versions }, (_, index) => index);
  return (looks.length > 0 ? looks : [draft]).flatMap((look) =>
    versions.map((version) => ({ ...look, seed: version === 0 ? draft.seed : null })),
  );
}

const maxTitleCharacters = 40;

/** What results are called: by their preset, else by the prompt's beginning. */
export function titleOf(draft: LookDraft): string {
  const typed = draft.typed.trim();
  const begun =
    typed.length > maxTitleCharacters ? `${typed.slice(0, maxTitleCharacters).trimEnd()}…` : typed;
  return presetOf(draft)?.name ?? begun;
}

export function isEmptyLook(draft: LookDraft): boolean {
  return draft.presetId === null && draft.typed.trim() === '';
}
