import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';

/** The preset with this id, `null` when there is none (any more). */
export function findPreset(id: string | null): Preset | null {
  return builtInPresets.find((preset) => preset.id === id) ?? null;
}
