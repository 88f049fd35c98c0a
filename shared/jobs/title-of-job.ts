import type { Job } from '#shared/jobs/job.ts';
import { findPreset } from '#shared/presets/find-preset.ts';

/** Preset and picture, as a person would name the job: `Watercolour · coffee.png`. */
export function titleOf({ recipe, context }: Pick<Job, 'recipe' | 'context'>): string {
  const how =
    context.presetName ?? findPreset(recipe.presetId)?.name ?? (recipe.prompt.slice(0, 40) || 'Restyle');
  return `${how} · ${context.label}`;
}
