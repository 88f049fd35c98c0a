import type { Preset } from '#shared/presets/preset.ts';

/**
 * The prompt to send: the preset's instruction, then what the person added. The addition comes last
 * and is introduced as an addition, so that an edit model obeys it where the preset says "keep".
 * Answers '' when there is neither.
 */
export function promptFor(preset: Preset | null, typed: string): string {
  const addition = typed.trim();
  if (!preset) return addition;
  if (addition === '') return preset.prompt.trim();
  return `${preset.prompt.trim()} In addition: ${addition}`;
}
