import type { HistoryEntry } from '#shared/history/entry.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { readPrompt } from '#shared/presets/prompt.ts';

type Made = Pick<HistoryEntry, 'recipe' | 'deletedAtMs'>;

/** What was typed for the pictures of a history, newest first, each once; presets alone typed nothing. */
export function pastPrompts(entries: readonly Made[], presetOf: (id: string) => Preset | null): string[] {
  const typed = entries.flatMap(({ recipe, deletedAtMs }) => {
    if (deletedAtMs !== null) return [];
    const preset = recipe.presetId === null ? null : presetOf(recipe.presetId);
    if (preset) return readPrompt(preset, recipe.prompt)?.typed ?? [];
    return recipe.presetId === null ? recipe.prompt : [];
  });
  return [...new Set(typed.map((text) => text.trim()).filter(Boolean))];
}
