import { figmaQuickWords } from '#shared/i18n/en/figma.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { isKeptPresets, isNamedPreset, keptPresetsKey } from '../bridge/kept-presets.ts';
import { clientStorage } from './client-storage.ts';

export type QuickPreset = Pick<Preset, 'id' | 'name'>;

/** The presets that a quick action has: the built-in ones, and those from files, which are read once. */
export function createQuickPresets(): () => Promise<readonly QuickPreset[]> {
  let read: Promise<readonly QuickPreset[]> | null = null;
  return () => {
    read ??= readPresets();
    return read;
  };
}

async function readPresets(): Promise<readonly QuickPreset[]> {
  const kept = await clientStorage.get(keptPresetsKey).catch(() => null);
  return namedApart([...builtInPresets, ...(isKeptPresets(kept) ? kept.presets.filter(isNamedPreset) : [])]);
}

/** All that a quick action hands back is a name, so a preset from a file that is called like another gets its own. */
function namedApart(presets: readonly QuickPreset[]): readonly QuickPreset[] {
  const taken = new Set<string>();
  return presets.map(({ id, name }) => {
    let unique = name;
    for (let count = 1; taken.has(unique); count += 1) unique = figmaQuickWords.fromFile(name, count);
    taken.add(unique);
    return { id, name: unique };
  });
}
