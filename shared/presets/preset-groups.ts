import { presetFamilyWords } from '#shared/i18n/en/built-in-presets.ts';
import { presetGroupWords } from '#shared/i18n/en/presets.ts';
import { type Preset, type PresetFamily, presetFamilies } from '#shared/presets/preset.ts';

/** Presets that stand under one heading. */
export type PresetGroup<T> = { title: string; presets: readonly T[] };

type Grouped = Preset & { isFavourite?: boolean };

/** A folder's name to people: a family's, or as its owner wrote it. */
export function folderTitle(folder: string): string {
  return isFamily(folder) ? presetFamilyWords[folder] : folder;
}

/** The folder that a typed name means: a family's id where it is one's name. */
export function folderOf(typed: string): string {
  const name = typed.trim();
  const family = presetFamilies.find((id) => presetFamilyWords[id].toLowerCase() === name.toLowerCase());
  return family ?? name;
}

/** Every folder that can be chosen: the families, and those the presets are in. */
export function foldersOf(presets: readonly Preset[]): string[] {
  const own = presets.map(({ folder }) => folder).filter((folder) => folder !== '' && !isFamily(folder));
  return [...new Set(own), ...presetFamilies].map(folderTitle);
}

/** Favourites, then a person's own, folder by folder, then the families. Within a group the given order stays. */
export function groupPresets<T extends Grouped>(presets: readonly T[]): PresetGroup<T>[] {
  const rest = presets.filter(({ isFavourite }) => !isFavourite);
  const own = [...new Set(rest.map(({ folder }) => folder))].filter((folder) => !isFamily(folder));
  const folders = [...own.sort((a, b) => Number(a !== '') - Number(b !== '')), ...presetFamilies];
  const groups = folders.map((folder) => ({
    title: folder === '' ? presetGroupWords.yours : folderTitle(folder),
    presets: rest.filter((preset) => preset.folder === folder),
  }));
  const favourites = presets.filter(({ isFavourite }) => isFavourite);
  return [{ title: presetGroupWords.favourites, presets: favourites }, ...groups].filter(
    (group) => group.presets.length > 0,
  );
}

/** The presets in whose name, description, tags or folder each of the words is found. */
export function searchPresets<T extends Preset>(presets: readonly T[], words: string): readonly T[] {
  const wanted = words.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  if (wanted.length === 0) return presets;
  return presets.filter(({ name, description, folder, tags = [] }) => {
    // Tags are shown with their sign, and may be typed so.
    const signed = tags.map((tag) => `#${tag}`);
    const text = [name, description, folderTitle(folder), ...signed].join(' ').toLocaleLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function isFamily(folder: string): folder is PresetFamily {
  return presetFamilies.some((family) => family === folder);
}
