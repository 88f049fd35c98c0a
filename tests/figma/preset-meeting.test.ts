import fc from 'fast-check';
import { expect, test } from 'vitest';
import { systemIds as ids } from '#shared/platform.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { markPrefix, presetPrefix } from '#shared/presets/preset-library.ts';
import { createPresetShelf, type PresetDraft } from '#shared/presets/preset-shelf.ts';
import { keepsOtherVersions } from '#shared/presets/sync-rules.ts';
import { createSyncedItems } from '#shared/sync/synced-items.ts';
import { openPresetShelf } from '../../figma-plugin/ui/look/imported-presets.ts';
import { createMemoryStore } from '../fakes/memory-store.ts';
import { createSyncCloud } from '../fakes/sync-cloud.ts';

const draft = (name: string, prompt = `As ${name}`): PresetDraft => ({
  ...{ name, prompt, description: '', strength: 0.5, safe: null, folder: '', picture: null },
});
const file = (name: string, prompt?: string) =>
  writePresetFile([{ ...draft(name, prompt), version: 1, id: '', builtIn: false }]);

const isShared = (id: string) => id.startsWith(presetPrefix) || id.startsWith(markPrefix);

/** A plugin and the browser it is paired with, as far as presets go. */
async function pairedSides() {
  const kept = createMemoryStore();
  const synced = createSyncedItems({
    ...{ local: createMemoryStore(), transport: createSyncCloud().browser(), clock: { nowMs: Date.now } },
    ...{ deviceId: async () => 'browser', keepsOthers: keepsOtherVersions, exclusively: (work) => work() },
  });
  const browser = createPresetShelf(synced, ids);
  const plugin = await openPresetShelf(kept, ids);
  const own = (presets: readonly { name: string; prompt: string; builtIn: boolean }[]) =>
    presets
      .filter(({ builtIn }) => !builtIn)
      .map(({ name, prompt }) => `${name}: ${prompt}`)
      .sort();
  return {
    ...{ kept, synced, browser, plugin },
    meet: async () => plugin.meet(await synced.meetReplica(plugin.items(), isShared)),
    inPlugin: () => own(plugin.presets.get()),
    inBrowser: async () => own((await browser.load()).shown),
    idOf: (name: string) => plugin.presets.get().find((each) => each.name === name)?.id ?? '',
  };
}

test('presets of both are on both, whoever made them, and go on both', async () => {
  const { browser, plugin, meet, inPlugin, inBrowser, idOf, kept } = await pairedSides();
  const id = await browser.create(draft('Poster'));
  await plugin.importFile(file('Clay'));
  await meet();
  expect(inPlugin()).toEqual(['Clay: As Clay', 'Poster: As Poster']);
  expect(await inBrowser()).toEqual(inPlugin());
  // Results and quick actions name presets by their ids.
  expect(idOf('Poster')).toBe(id);

  await plugin.remove(id);
  await browser.remove(idOf('Clay'));
  await meet();
  expect([inPlugin(), await inBrowser()]).toEqual([[], []]);
  const reopened = await openPresetShelf(kept, ids);
  expect(reopened.presets.get()).toEqual(builtInPresets);
});

test('changed on both meanwhile, both versions are kept; hidden in the browser, it is not offered in Figma', async () => {
  const { browser, plugin, meet, inPlugin, inBrowser, idOf } = await pairedSides();
  await plugin.importFile(file('Clay'));
  await meet();
  await plugin.importFile(file('Clay', 'By Figma'));
  await browser.change(idOf('Clay'), draft('Clay', 'By the browser'));
  await meet();
  expect(inPlugin()).toEqual(['Clay: By Figma', 'Clay: By the browser']);
  expect(await inBrowser()).toEqual(inPlugin());
  await browser.create(draft('Poster'));
  const poster = (await browser.load()).all.find(({ name }) => name === 'Poster')?.id ?? '';
  await browser.setHidden(poster, true);
  await meet();
  expect(inPlugin()).not.toContain('Poster: As Poster');
});

test('presets that were kept before they had a past come along; damaged ones are passed over', async () => {
  const kept = createMemoryStore();
  const old = { ...draft('Old'), version: 1, id: 'imported.1' };
  await kept.set('presets', { version: 1, presets: [old, { id: 'imported.2' }] });
  const plugin = await openPresetShelf(kept, ids);
  const { synced, inBrowser } = await pairedSides();
  await synced.meetReplica(plugin.items(), isShared);
  expect(await inBrowser()).toEqual(['Old: As Old']);
});

test('only what is shared is met: nothing else is told, or changed', async () => {
  const { synced, plugin } = await pairedSides();
  await synced.put('setting.theme', { theme: 'dark' });
  await plugin.importFile(file('Clay'));
  const disguised = plugin.items().map((item) => ({ ...item, id: 'setting.theme' }));
  expect(await synced.meetReplica(disguised, isShared)).toEqual([]);
  expect(await synced.list()).toMatchObject([{ id: 'setting.theme', value: { theme: 'dark' } }]);
});

type Sides = Awaited<ReturnType<typeof pairedSides>>;

/** What a person does on either side, and where the two meet. */
const acts: Readonly<Record<string, (sides: Sides, name: string, prompt: string) => Promise<unknown>>> = {
  'make in the browser': ({ browser }, name, prompt) => browser.create(draft(name, prompt)),
  async 'change in the browser'({ browser }, name, prompt) {
    const known = (await browser.load()).all.find((each) => each.name === name);
    if (known) await browser.change(known.id, draft(name, prompt));
  },
  async 'remove in the browser'({ browser }, name) {
    const known = (await browser.load()).all.find((each) => each.name === name);
    if (known) await browser.remove(known.id);
  },
  'import in Figma': ({ plugin }, name, prompt) => plugin.importFile(file(name, prompt)),
  'remove in Figma': async ({ plugin, idOf }, name) => idOf(name) && plugin.remove(idOf(name)),
  meet: ({ meet }) => meet(),
};

const steps = fc.array(
  fc.tuple(
    fc.constantFrom(...Object.values(acts)),
    fc.constantFrom('A', 'B', 'C'),
    fc.constantFrom('one', 'two', 'three'),
  ),
  { maxLength: 12 },
);

test('after whatever was done on either side, one meeting makes them alike, and another changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (history) => {
      const sides = await pairedSides();
      for (const [act, name, prompt] of history) await act(sides, name, prompt);
      await sides.meet();
      const alike = sides.inPlugin();
      expect(await sides.inBrowser()).toEqual(alike);
      await sides.meet();
      expect([sides.inPlugin(), await sides.inBrowser()]).toEqual([alike, alike]);
    }),
    { numRuns: 60 },
  );
});
