import type { Connection } from '#shared/connection/connection.ts';
import { rolesOf } from '#shared/inputs/roles.ts';
import { type StrengthRange, strengthRange } from '#shared/inputs/values.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import { systemIds } from '#shared/platform.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { templateFor } from '#shared/presets/prompt.ts';
import type { LayerRecipe } from '../jobs/layer-job.ts';

/** What the panel's fields hold. */
export type LookDraft = {
  presetId: string | null;
  typed: string;
  /** What goes into the presets' placeholders. */
  fills: Fills;
  /** 0..1 */
  strength: number;
  /** `null`: every layer gets one of its own. */
  seed: number | null;
  /** Looks of a frame of variants; none means the one look above. */
  gridPresetIds: readonly string[];
  /** Pictures of each look in it. */
  versions: number;
};

const firstPreset = builtInPresets[0];

export const firstDraft: LookDraft = {
  presetId: firstPreset?.id ?? null,
  typed: '',
  fills: {},
  strength: firstPreset?.strength ?? 0.8,
  seed: null,
  gridPresetIds: [],
  versions: 1,
};

export function presetOf({ presetId }: LookDraft, presets: readonly Preset[]): Preset | null {
  return presets.find(({ id }) => id === presetId) ?? null;
}

/** A preset that is taken away is chosen no longer. */
export function withoutPreset(draft: LookDraft, id: string): LookDraft {
  const gridPresetIds = draft.gridPresetIds.filter((each) => each !== id);
  return { ...draft, gridPresetIds, presetId: draft.presetId === id ? null : draft.presetId };
}

/** The strength slider of the connected workflow; `null` where it has none, or none is connected. */
export function strengthRangeOf(connection: Connection | null): StrengthRange | null {
  return connection && strengthRange(connection.description.inputs, rolesOf(connection.description));
}

/** What to ask the engine for. A seed of its own is drawn for every call, unless one is kept. */
export function recipeFrom(
  draft: LookDraft,
  { connection, presets }: { connection: Connection | null; presets: readonly Preset[] },
): LayerRecipe {
  const seed = draft.seed ?? systemIds.seed();
  return newRecipe(connection, {
    preset: presetOf(draft, presets),
    typed: draft.typed,
    strength: draft.strength,
    seed,
  });
}

/** What a look says to the engine, before anything is filled in. */
export function promptOf(draft: LookDraft, presets: readonly Preset[]): string {
  return templateFor(presetOf(draft, presets), draft.typed);
}

/**
 * The looks that are wanted of each layer. In a frame of variants every preset keeps its own strength,
 * and a kept seed is the first version's.
 */
export function looksOf(draft: LookDraft, isGrid: boolean, presets: readonly Preset[]): LookDraft[] {
  if (!isGrid) return [draft];
  const chosen = presets.filter(({ id }) => draft.gridPresetIds.includes(id));
  const looks = chosen.map(({ id, strength }) => ({ ...draft, presetId: id, strength }));
  const versions = Array.from({ length: draft.versions }, (_, index) => index);
  return (looks.length > 0 ? looks : [draft]).flatMap((look) =>
    versions.map((version) => ({ ...look, seed: version === 0 ? draft.seed : null })),
  );
}

const maxTitleCharacters = 40;

/** What results are called: by their preset, else by the prompt's beginning. */
export function titleOf(draft: LookDraft, presets: readonly Preset[]): string {
  const typed = draft.typed.trim();
  const begun =
    typed.length > maxTitleCharacters ? `${typed.slice(0, maxTitleCharacters).trimEnd()}…` : typed;
  return presetOf(draft, presets)?.name ?? begun;
}

export function isEmptyLook(draft: LookDraft, presets: readonly Preset[]): boolean {
  return promptOf(draft, presets) === '';
}
