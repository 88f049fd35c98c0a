import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { type PresetMark, parsePresetMark } from '#shared/presets/preset-mark.ts';
import { parseSavedPreset } from '#shared/presets/saved-preset.ts';
import type { SyncEntry } from '#shared/sync/entry.ts';

/** Ids under which presets and the marks on them are synced. */
export const presetPrefix = 'preset.';
export const markPrefix = 'mark.';

export type ListedPreset = Preset & {
  isFavourite: boolean;
  isHidden: boolean;
  /** Another version of a preset, made on another browser at the same time. */
  isOtherVersion: boolean;
  /** Place the person has given it, ascending; `null` where it has none of its own. */
  order: number | null;
};

export type PresetLibrary = {
  /** Favourites first, then in the person's order; hidden ones at the end. */
  all: readonly ListedPreset[];
  /** Those to choose from. */
  shown: readonly ListedPreset[];
};

/** The presets of every install and those of the person, with the person's marks on both. */
export function presetLibrary(entries: readonly SyncEntry[]): PresetLibrary {
  const marks = new Map(entries.flatMap(markEntry));
  const own = entries.flatMap(({ id, value, otherVersionOf }) => {
    const preset = id.startsWith(presetPrefix) ? parseSavedPreset(id, value) : null;
    return preset ? [{ preset, isOtherVersion: otherVersionOf !== null }] : [];
  });
  const builtIn = builtInPresets.map((preset) => ({ preset, isOtherVersion: false }));
  const listed = [...own, ...builtIn].map(({ preset, isOtherVersion }) => {
    const { favourite = false, hidden = false, order = null } = marks.get(preset.id) ?? {};
    return { ...preset, isOtherVersion, isFavourite: favourite, isHidden: hidden, order };
  });
  const all = listed.sort(byPlace);
  return { all, shown: all.filter(({ isHidden }) => !isHidden) };
}

/** The preset with this id, `null` when there is none (any more). */
export function findIn({ all }: PresetLibrary, id: string | null): ListedPreset | null {
  return all.find((preset) => preset.id === id) ?? null;
}

/** What a job keeps of the name of a person's own preset, which may be gone when the job is looked at. */
export function nameOfOwn(preset: Preset | null): { presetName?: string } {
  return preset && !preset.builtIn ? { presetName: preset.name } : {};
}

function markEntry({ id, value }: SyncEntry): [string, PresetMark][] {
  const mark = id.startsWith(markPrefix) ? parsePresetMark(value) : null;
  return mark ? [[id.slice(markPrefix.length), mark]] : [];
}

/** Sorting is stable: without an order of the person's, their own come first, then the built-in ones. */
function byPlace(a: ListedPreset, b: ListedPreset): number {
  const hiddenLast = Number(a.isHidden) - Number(b.isHidden);
  const favouriteFirst = Number(b.isFavourite) - Number(a.isFavourite);
  const last = Number.MAX_SAFE_INTEGER;
  return hiddenLast || favouriteFirst || (a.order ?? last) - (b.order ?? last);
}
