import type { Preset } from '#shared/presets/preset.ts';

/** Address of a built-in preset's picture, which the relay serves beside the page. */
export function presetPictureUrl({ picture }: Preset): string | null {
  return picture && `${import.meta.env.BASE_URL}presets/${picture}`;
}
