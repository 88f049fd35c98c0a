import { describe, expect, it } from 'vitest';
import { isAppError } from '#shared/errors/app-error.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { readPresetFile, writePresetFile } from '#shared/presets/preset-file.ts';
import { searchPresets } from '#shared/presets/preset-groups.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import { createPresetShelf, type PresetDraft } from '#shared/presets/preset-shelf.ts';
import { keepsOtherVersions } from '#shared/presets/sync-rules.ts';
import { readTags } from '#shared/presets/tags.ts';
import { createSyncedItems } from '#shared/sync/synced-items.ts';
import type { SyncTransport } from '#shared/sync/transport.ts';
import { createCountingIds } from '../../fakes/counting-ids.ts';
import { createMemoryStore } from '../../fakes/memory-store.ts';
import { createSyncCloud } from '../../fakes/sync-cloud.ts';

const draft: PresetDraft = {
  name: 'Poster',
  description: 'Flat colours.',
  prompt: 'Redraw this picture as a screen-printed poster.',
  strength: 0.7,
  safe: { from: 0.5, to: 0.9 },
  folder: 'Campaign',
  picture: null,
};

function shelfOn(transport: SyncTransport, deviceId = 'one') {
  const items = createSyncedItems({
    local: createMemoryStore(),
    transport,
    clock: { nowMs: () => Date.UTC(2026, 10, 1) },
    deviceId: async () => deviceId,
    keepsOthers: keepsOtherVersions,
    exclusively: (work) => work(),
  });
  return { shelf: createPresetShelf(items, createCountingIds()), items };
}

const newShelf = () => shelfOn(createSyncCloud().browser()).shelf;

describe('a person’s presets', () => {
  it('stand before the built-in ones', async () => {
    const shelf = newShelf();
    const id = await shelf.create(draft);
    const { shown } = await shelf.load();
    expect(shown[0]).toMatchObject({ ...draft, id, builtIn: false });
    expect(shown).toHaveLength(builtInPresets.length + 1);
  });

  it('keep tags and settings of a workflow, but no address of a model', async () => {
    const shelf = newShelf();
    const inputs = { steps: 30, lora: 'grain.safetensors', model: 'https://example.com/x.safetensors' };
    const id = await shelf.create({ ...draft, tags: readTags('Spring, #poster , spring,'), inputs });
    const kept = findIn(await shelf.load(), id);
    expect(kept).toMatchObject({
      tags: ['spring', 'poster'],
      inputs: { steps: 30, lora: 'grain.safetensors' },
    });
    expect(kept?.inputs).not.toHaveProperty('model');
    expect(readPresetFile(writePresetFile(kept ? [kept] : []))[0]).toMatchObject({
      tags: ['spring', 'poster'],
    });
    for (const words of ['spring', '#spring', '#SPRING poster'])
      expect(searchPresets((await shelf.load()).all, words).map((found) => found.id)).toEqual([id]);
    const hidden = [
      ' https://example.com/x',
      '//example.com/x',
      'git+https://example.com/x',
      '\\\\example.com\\x',
    ];
    await shelf.change(id, {
      ...draft,
      inputs: { ...Object.fromEntries(hidden.entries()), style: 'as on https://example.com' },
    });
    expect(findIn(await shelf.load(), id)?.inputs).toEqual({ style: 'as on https://example.com' });
    await shelf.change(id, { ...draft, tags: [], inputs: {} });
    expect(findIn(await shelf.load(), id)).not.toHaveProperty('inputs');
  });

  it('can be changed, deleted and had back', async () => {
    const shelf = newShelf();
    const id = await shelf.create(draft);
    await shelf.change(id, { ...draft, name: 'Bill' });
    const undo = await shelf.remove(id);
    expect(findIn(await shelf.load(), id)).toBeNull();
    await undo();
    expect(findIn(await shelf.load(), id)?.name).toBe('Bill');
  });

  it('keep fields that a newer version has written', async () => {
    const { shelf, items } = shelfOn(createSyncCloud().browser());
    await items.put('preset.newer', { ...draft, version: 1, mood: 'calm' });
    await shelf.change('preset.newer', { ...draft, name: 'Changed' });
    expect((await items.list())[0]?.value).toMatchObject({ name: 'Changed', mood: 'calm' });
  });

  it('are listed by favourite, then by order; a hidden one is not offered', async () => {
    const shelf = newShelf();
    const [first, second, third] = builtInPresets.map(({ id }) => id);
    if (!first || !second || !third) throw new Error('Too few presets.');
    await shelf.setFavourite(third, true);
    await shelf.setHidden(first, true);
    await shelf.setOrder(second, 1);
    const { shown, all } = await shelf.load();
    expect(shown.map(({ id }) => id).slice(0, 2)).toEqual([third, second]);
    expect(shown.some(({ id }) => id === first)).toBe(false);
    expect(all.at(-1)?.id).toBe(first);
  });

  it('show an edit made elsewhere at the same time as another version', async () => {
    const cloud = createSyncCloud();
    const areas = [cloud.browser(), cloud.browser()] as const;
    const [one, two] = [shelfOn(areas[0], 'one'), shelfOn(areas[1], 'two')];
    const meet = async () => {
      for (let round = 0; round < 5; round += 1) {
        for (const area of areas) area.exchange();
        await one.items.synchronise();
        await two.items.synchronise();
      }
    };
    const id = await one.shelf.create(draft);
    await meet();
    await one.shelf.change(id, { ...draft, prompt: 'By one.' });
    await two.shelf.change(id, { ...draft, prompt: 'By two.' });
    await meet();
    const own = (await two.shelf.load()).all.filter(({ builtIn }) => !builtIn);
    expect(own.map(({ prompt }) => prompt).sort()).toEqual(['By one.', 'By two.']);
    expect(own.filter(({ isOtherVersion }) => isOtherVersion)).toHaveLength(1);
  });
});

describe('presets of several versions', () => {
  it('made before there were folders are read', async () => {
    const { shelf, items } = shelfOn(createSyncCloud().browser());
    const { safe: _, folder: __, ...old } = draft;
    await items.put('preset.old', { ...old, version: 1 });
    expect(findIn(await shelf.load(), 'preset.old')).toMatchObject({ ...old, safe: null, folder: '' });
  });

  it('are kept though a newer one says folders and ranges in another way', async () => {
    const { shelf, items } = shelfOn(createSyncCloud().browser());
    await items.put('preset.new', { ...draft, version: 1, safe: [0.5], folder: { id: 7 } });
    expect(findIn(await shelf.load(), 'preset.new')).toMatchObject({
      name: 'Poster',
      safe: null,
      folder: '',
    });
  });

  it('lose their folder when it is taken from them, and take no more room than before', async () => {
    const { shelf, items } = shelfOn(createSyncCloud().browser());
    const id = await shelf.create(draft);
    await shelf.change(id, { ...draft, safe: null, folder: '' });
    const [entry] = await items.list();
    expect(Object.keys(entry?.value ?? {}).sort()).toEqual(
      ['version', 'name', 'description', 'prompt', 'strength', 'picture'].sort(),
    );
  });
});

describe('a file of presets', () => {
  it('gives back what was written', () => {
    const picture = 'data:image/webp;base64,AAAA';
    const presets = [{ ...draft, picture, version: 1 as const, id: 'preset.x', builtIn: false }];
    expect(readPresetFile(writePresetFile(presets))).toEqual([{ ...draft, picture }]);
  });

  it('takes built-in presets along without their pictures', () => {
    expect(readPresetFile(writePresetFile(builtInPresets))[0]).toMatchObject({ picture: null });
  });

  it.each(['', '{}', '[]', '{"format":"restyle-presets","version":1,"presets":[{"name":1}]}'])(
    'is refused with a reason: %s',
    (text) => {
      let refusal: unknown;
      try {
        readPresetFile(text);
      } catch (error) {
        refusal = error;
      }
      expect(isAppError(refusal) && refusal.code).toBe('invalid-input');
    },
  );
});
