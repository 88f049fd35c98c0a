import type { HistoryEntry } from '#shared/history/entry.ts';
import { findPreset } from '#shared/presets/find-preset.ts';

/** Preset, or the beginning of the prompt. */
export function lookOf({ recipe, presetName }: HistoryEntry): string {
  return presetName ?? findPreset(recipe.presetId)?.name ?? (recipe.prompt.slice(0, 40) || 'Restyle');
}

/** As a person would name it: look and picture. */
export function titleOfEntry(entry: HistoryEntry): string {
  return `${lookOf(entry)} · ${entry.label}`;
}
