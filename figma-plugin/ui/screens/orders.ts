import type { Connection } from '#shared/connection/connection.ts';
import { moveRecipe } from '#shared/jobs/new-recipe.ts';
import { systemIds } from '#shared/platform.ts';
import type { Preset } from '#shared/presets/preset.ts';
import type { Layer } from '../../bridge/layer.ts';
import type { Placing, Way } from '../../bridge/placing.ts';
import { fillPrompt, type Values } from '../campaign/campaign.ts';
import type { FileValues } from '../campaign/use-campaign.ts';
import type { LayerRecipe, Order } from '../jobs/layer-job.ts';
import { type LookDraft, looksOf, promptOf, recipeFrom, titleOf } from '../look/look-draft.ts';
import { layerNameOf, type MadeWith, readMadeWith, titledFor, writeMadeWith } from '../look/made-with.ts';

export type Wishes = {
  draft: LookDraft;
  way: Way;
  /** Layers within these that stay exactly as they are, by id. */
  exactIds: readonly string[];
  connection: Connection | null;
  presets: readonly Preset[];
  /** One picture each of every layer and look. */
  rows: readonly Values[];
  fileValues: FileValues | null;
  isTiled: boolean;
};

type Picture = { row: Values; look: LookDraft };

/** Every look with every row's words, but for what would only be made and paid a second time. */
export function picturesOf(
  looks: readonly LookDraft[],
  rows: readonly Values[],
  presets: readonly Preset[],
): Picture[] {
  const known = new Set<string>();
  return rows.flatMap((row) =>
    looks.flatMap((look, index) => {
      const picture = `${index} ${fillPrompt(promptOf(look, presets), { ...look.fills, ...row.byName }, {})}`;
      if (known.has(picture)) return [];
      known.add(picture);
      return { row, look };
    }),
  );
}

/** A fresh seed is one picture's only. */
export function ordersFor(layers: readonly Layer[], wishes: Wishes): Order[] {
  const { draft, way, exactIds, presets, rows, isTiled } = wishes;
  return layers.flatMap((layer) => {
    const looks = looksOf(draft, way === 'grid', presets);
    const pictures = picturesOf(looks, rows, presets);
    const gridId = systemIds.uuid();
    return pictures.map(({ row, look }, index): Order => {
      const recipe = filledRecipe(layer, look, row, wishes);
      const named = [titleOf(look, presets), row.label].filter(Boolean).join(' · ');
      const title = titledFor(recipe.engine, named);
      const label = draft.versions > 1 ? `${title} · ${recipe.seed}` : title;
      return {
        ...orderFor(layer, title, look.typed, recipe),
        way: wayFor(layer, way),
        cell: way === 'grid' ? { gridId, index, count: pictures.length, label } : null,
        exactIds: [...exactIds],
        isTiled,
      };
    });
  });
}

function filledRecipe(
  { nodeId }: Layer,
  look: LookDraft,
  row: Values,
  { connection, presets, fileValues }: Wishes,
): LayerRecipe {
  const recipe = recipeFrom(look, { connection, presets });
  const fills = { ...look.fills, ...row.byName };
  return { ...recipe, prompt: fillPrompt(promptOf(look, presets), fills, fileValues?.[nodeId] ?? {}) };
}

/** Results once more from their originals: as they were made, or by another seed. */
export function ordersAgain(layers: readonly Layer[], connection: Connection | null, vary: boolean): Order[] {
  return layers.flatMap((layer) => {
    const made = readMadeWith(layer.recipe);
    if (!made || layer.problem) return [];
    const recipe = recipeAgain(made, connection, vary);
    return orderFor(layer, titledFor(recipe.engine, made.title), made.typed, recipe);
  });
}

function recipeAgain(made: MadeWith, connection: Connection | null, vary: boolean): LayerRecipe {
  const { presetId, prompt, strength, seed } = made;
  const asked = { presetId, prompt, strength, seed: vary ? systemIds.seed() : seed };
  return moveRecipe(
    { ...asked, engine: 'comfydeploy', deploymentId: '', inputs: {}, sourceKey: '' },
    connection,
  );
}

function orderFor(layer: Layer, title: string, typed: string, recipe: LayerRecipe): Order {
  const note = writeMadeWith(title, typed, recipe);
  const layerName = layerNameOf(layer);
  const asItLies = { way: 'renew', cell: null, exactIds: [], isTiled: false } as const;
  return { ...asItLies, exactIds: [], nodeId: layer.nodeId, layerName, title, note, recipe };
}

/** A result takes another picture itself, where it would else get a second one on top. */
function wayFor({ recipe }: Layer, way: Way): Placing['way'] {
  return recipe !== null && (way === 'above' || way === 'fill') ? 'renew' : way;
}
