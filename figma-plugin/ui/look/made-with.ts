import type { EngineId } from '#shared/engines/engine.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { readPrompt } from '#shared/presets/prompt.ts';
import * as z from '#shared/zod.ts';
import type { Layer } from '../../bridge/layer.ts';
import type { LayerRecipe } from '../jobs/layer-job.ts';
import type { LookDraft } from './look-draft.ts';

/** How a result was made, as it is written into the file: no address, no key, no price. */
const madeWith = z.looseObject({
  version: z.literal(1),
  title: z.string(),
  presetId: z.nullable(z.string()),
  typed: z.string(),
  prompt: z.string(),
  strength: z.nullable(z.number()),
  seed: z.number(),
});
export type MadeWith = z.infer<typeof madeWith>;

/** A title that says which pictures are no team's: on the canvas, in lists and in what is kept with a result. */
export function titledFor(engine: EngineId | undefined, title: string): string {
  const plain = plainTitle(title);
  return engine === 'on-device' ? plain + mark : plain;
}

export function plainTitle(title: string): string {
  return title.endsWith(mark) ? title.slice(0, -mark.length) : title;
}

const mark = figmaWords.samples.mark;

export function writeMadeWith(title: string, typed: string, recipe: LayerRecipe): string {
  const { presetId, prompt, strength, seed } = recipe;
  return JSON.stringify({ version: 1, title, presetId, typed, prompt, strength, seed } satisfies MadeWith);
}

/** `null` for what another version, or nobody of ours, has written. */
export function readMadeWith(text: string | null): MadeWith | null {
  try {
    const parsed = madeWith.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}

/** A result is called after its layer, however often it is made anew. */
export function layerNameOf({ name, recipe }: Pick<Layer, 'name' | 'recipe'>): string {
  const begin = `${readMadeWith(recipe)?.title} · `;
  return name.startsWith(begin) ? name.slice(begin.length) : name;
}

/** The preset it was made with. One from a file has another id on each computer: its name and its words tell. */
export function presetMade(
  { presetId, title, prompt }: Pick<MadeWith, 'presetId' | 'title' | 'prompt'>,
  presets: readonly Preset[],
): Preset | null {
  if (presetId === null) return null;
  const isAlike = (preset: Preset) =>
    preset.name === plainTitle(title) && readPrompt(preset, prompt) !== null;
  return presets.find(({ id }) => id === presetId) ?? presets.find(isAlike) ?? null;
}

/** The panel's fields as they were for a result; where its preset is not known here, with what that said. */
export function draftOf(made: MadeWith, draft: LookDraft, presets: readonly Preset[]): LookDraft {
  const { typed, prompt, strength, seed } = made;
  const preset = presetMade(made, presets);
  const fills = (preset && readPrompt(preset, prompt)?.fills) ?? {};
  const isKnown = preset !== null || made.presetId === null;
  const look = isKnown ? { presetId: preset?.id ?? null, typed } : { presetId: null, typed: prompt };
  return { ...draft, ...look, fills, seed, strength: strength ?? draft.strength };
}
