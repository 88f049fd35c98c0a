import { presetPrefix } from '#shared/presets/preset-library.ts';

/** A prompt somebody wrote is never thrown away; of two marks set at the same time the later one counts. */
export function keepsOtherVersions(itemId: string): boolean {
  return itemId.startsWith(presetPrefix);
}
