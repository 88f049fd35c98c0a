import { fileNameFor } from '#shared/images/file-name.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';

/** Saves presets as one file, called after the one it holds. */
export function savePresetFile(presets: readonly Preset[]): void {
  const [only] = presets;
  const download = fileNameFor(presets.length === 1 && only ? only.name : 'restyle presets', 'json');
  const href = URL.createObjectURL(new Blob([writePresetFile(presets)], { type: 'application/json' }));
  Object.assign(document.createElement('a'), { href, download }).click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
