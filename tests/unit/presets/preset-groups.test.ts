import { expect, it } from 'vitest';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { folderOf, foldersOf, groupPresets, searchPresets } from '#shared/presets/preset-groups.ts';

const [first] = builtInPresets;
if (!first) throw new Error('there are built-in presets');
const own = (name: string, folder: string) => ({
  ...first,
  id: `preset.${name}`,
  name,
  folder,
  builtIn: false,
});
const titles = (groups: readonly { title: string }[]) => groups.map(({ title }) => title);

it('groups favourites, a person’s own and their folders before the families', () => {
  const presets = [own('a', 'Spring'), own('b', ''), own('c', 'film'), ...builtInPresets];
  const marked = presets.map((preset) => ({ ...preset, isFavourite: preset.id === 'builtin.linocut' }));
  const groups = groupPresets(marked);
  expect(titles(groups).slice(0, 5)).toEqual(['Favourites', 'Yours', 'Spring', 'Photo light', 'Film']);
  expect(groups[4]?.presets[0]?.name).toBe('c');
  const grouped = groups.flatMap((group) => group.presets.map(({ id }) => id));
  expect(grouped.sort()).toEqual(presets.map(({ id }) => id).sort());
});

it('knows a family by its name, whoever typed it', () => {
  expect(folderOf(' photo Light ')).toBe('light');
  expect(folderOf(' Spring ')).toBe('Spring');
  expect(foldersOf([own('a', 'Spring'), ...builtInPresets]).slice(0, 2)).toEqual(['Spring', 'Photo light']);
});

it('finds by name, description and family, all words of it', () => {
  const names = (words: string) => searchPresets(builtInPresets, words).map(({ name }) => name);
  expect(names('BLUE print')).toEqual(['Cyanotype']);
  expect(names('painting')).toHaveLength(4);
  expect(names('  ')).toHaveLength(builtInPresets.length);
  expect(names('spaceship')).toEqual([]);
});
