import { beforeEach, expect, test } from 'vitest';
import { systemIds as ids } from '#shared/platform.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { draftOfRecipe } from '../../figma-plugin/ui/handoff/handed-recipe.ts';
import { openPresetShelf } from '../../figma-plugin/ui/look/imported-presets.ts';
import { firstDraft, recipeFrom } from '../../figma-plugin/ui/look/look-draft.ts';
import { draftOf } from '../../figma-plugin/ui/look/made-with.ts';
import { createMemoryStore } from '../fakes/memory-store.ts';

let kept: Map<string, string>;
let quota: number;
const storage = {
  get: async (key: string) => JSON.parse(kept.get(key) ?? 'null'),
  async set(key: string, value: unknown) {
    const text = JSON.stringify(value);
    if (text.length > quota) throw new Error('full');
    kept.set(key, text);
  },
  delete: async () => {},
};

beforeEach(() => {
  kept = new Map();
  quota = 5_000_000;
});

const preset = (name: string, changes: Partial<Preset> = {}): Preset => ({
  ...{ version: 1, id: 'saved.1', name, description: 'Ours', prompt: `As ${name}`, strength: 0.5 },
  ...{ safe: null, folder: '', builtIn: false, picture: 'data:image/webp;base64,AAAA' },
  ...changes,
});
const file = (...presets: Preset[]) => writePresetFile(presets);
const namesOf = (presets: readonly Preset[]) => presets.slice(builtInPresets.length).map(({ name }) => name);

test('presets of a file follow the built-in ones, are there again after the panel was closed, and work', async () => {
  const shelf = await openPresetShelf(storage, ids);
  expect(await shelf.importFile(file(preset('Poster'), preset('Clay')))).toBe(2);
  const reopened = (await openPresetShelf(storage, ids)).presets.get();
  expect(reopened).toEqual(shelf.presets.get());
  expect(reopened.slice(0, builtInPresets.length)).toEqual(builtInPresets);
  expect(namesOf(reopened)).toEqual(['Poster', 'Clay']);
  const clay = reopened.at(-1);
  const draft = { ...firstDraft, presetId: clay?.id ?? '', typed: 'in red' };
  const recipe = recipeFrom(draft, { connection: null, presets: reopened });
  expect(recipe).toMatchObject({ presetId: clay?.id, prompt: 'As Clay In addition: in red' });
});

test('one of the same name takes the old one’s place, under its id; one can be taken away', async () => {
  const shelf = await openPresetShelf(storage, ids);
  await shelf.importFile(file(preset('Poster'), preset('Clay')));
  const [poster] = shelf.presets.get().slice(builtInPresets.length);
  await shelf.importFile(file(preset('Poster', { prompt: 'Anew' })));
  expect(namesOf(shelf.presets.get())).toEqual(['Poster', 'Clay']);
  expect(shelf.presets.get().at(-2)).toMatchObject({ id: poster?.id, prompt: 'Anew' });
  await shelf.remove(poster?.id ?? '');
  expect(namesOf((await openPresetShelf(storage, ids)).presets.get())).toEqual(['Clay']);
});

test('what is no such file, too many, or too much for Figma changes nothing', async () => {
  const shelf = await openPresetShelf(storage, ids);
  await shelf.importFile(file(preset('Poster')));
  await expect(shelf.importFile('{"presets": 1}')).rejects.toMatchObject({ code: 'invalid-input' });
  const many = Array.from({ length: 80 }, (_, index) => preset(`No. ${index}`));
  await expect(shelf.importFile(file(...many))).rejects.toMatchObject({ code: 'storage-full' });
  quota = 100;
  await expect(shelf.importFile(file(preset('Clay')))).rejects.toThrow('full');
  expect(namesOf(shelf.presets.get())).toEqual(['Poster']);
});

test('presets of the browser take no room from those of files; what only replaces one needs none', async () => {
  const shelf = await openPresetShelf(storage, ids);
  const numbered = (text: string, count: number) =>
    Array.from({ length: count }, (_, index) => preset(`${text} ${index}`));
  const browser = await openPresetShelf(createMemoryStore(), ids);
  await browser.importFile(file(...numbered('Browser', 80)));
  await shelf.meet(browser.items());
  expect(await shelf.importFile(file(...numbered('Own', 80)))).toBe(80);
  expect(await shelf.importFile(file(preset('Own 7', { prompt: 'Anew' }), preset('Browser 7')))).toBe(2);
  expect(namesOf(shelf.presets.get())).toHaveLength(160);
  await expect(shelf.importFile(file(preset('One more')))).rejects.toMatchObject({ code: 'storage-full' });
});

test('a damaged document is no reason not to open', async () => {
  kept.set('presets', JSON.stringify({ version: 1, presets: [{ id: 'a' }, { ...preset('Clay'), id: 'b' }] }));
  expect(namesOf((await openPresetShelf(storage, ids)).presets.get())).toEqual(['Clay']);
  kept.set('presets', '"nonsense"');
  expect(namesOf((await openPresetShelf(storage, ids)).presets.get())).toEqual([]);
});

test('settings of a result whose preset is not known here: what it said is what is typed', () => {
  const made = {
    version: 1,
    title: 'Clay',
    presetId: 'imported.x',
    typed: 'red',
    prompt: 'As Clay. red',
    strength: 0.4,
    seed: 7,
  } as const;
  expect(draftOf(made, firstDraft, builtInPresets)).toMatchObject({
    presetId: null,
    typed: 'As Clay. red',
    seed: 7,
  });
});

test('a preset from a file is known by its name and its words in what was made with it on another computer', async () => {
  const shelf = await openPresetShelf(storage, ids);
  await shelf.importFile(writePresetFile([preset('Clay')]));
  const [own] = shelf.presets.get().filter(({ builtIn }) => !builtIn);
  const recipe = {
    ...{ presetId: 'preset.theirs', presetName: 'Clay', prompt: `${own?.prompt} In addition: red` },
    ...{ strength: 0.4, seed: 7 },
  };
  const draftFrom = (changes: Partial<typeof recipe>) =>
    draftOfRecipe({ ...recipe, ...changes }, firstDraft, shelf.presets.get());
  expect(draftFrom({})).toMatchObject({ presetId: own?.id, typed: 'red', seed: 7 });
  const reworded = { prompt: 'As wax. In addition: red' };
  expect(draftFrom(reworded)).toMatchObject({ presetId: null, typed: reworded.prompt });
  expect(draftFrom({ presetName: 'Wax' })).toMatchObject({ presetId: null, typed: recipe.prompt });
  const made = { ...recipe, version: 1, title: 'Clay (sample look)', typed: 'red' } as const;
  expect(draftOf(made, firstDraft, shelf.presets.get())).toMatchObject({ presetId: own?.id, typed: 'red' });
});
