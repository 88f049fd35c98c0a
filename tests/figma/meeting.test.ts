import { beforeEach, expect, test } from 'vitest';
import { AppError } from '#shared/errors/app-error.ts';
import type { PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { readRequest } from '#shared/pairing/host/request.ts';
import { systemIds as ids } from '#shared/platform.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { writePresetFile } from '#shared/presets/preset-file.ts';
import { markPrefix, presetPrefix } from '#shared/presets/preset-library.ts';
import type { SyncItem } from '#shared/sync/sync-item.ts';
import { createMeeting, type Meeting } from '../../figma-plugin/ui/handoff/meeting.ts';
import { openPresetShelf, type PresetShelf } from '../../figma-plugin/ui/look/imported-presets.ts';
import { createMemoryStore } from '../fakes/memory-store.ts';

const day = 24 * 3_600_000;

const presetOf = (name: string): Preset => ({
  ...{ version: 1, id: 'x', name, description: '', prompt: `As ${name}`, strength: 0.5 },
  ...{ safe: null, folder: '', builtIn: false, picture: null },
});
const itemOf = (id: string, value: SyncItem['versions'][number]['value'], changedAtMs = Date.now()) =>
  ({
    ...{ version: 1, id, seen: { browser: 1 } },
    versions: [{ deviceId: 'browser', edit: 1, value, changedAtMs }],
  }) satisfies SyncItem;
const marks = (count: number) =>
  Array.from({ length: count }, (_, index) => itemOf(`${markPrefix}${index}`, { hidden: true }));

let nowMs: number;
let writes: string[];
let isStorageFull: boolean;
let told: (readonly unknown[])[];
/** What the browser has, and what it lists of it. */
let theirs: SyncItem[];
let listed: readonly Preset[];
let shelf: PresetShelf;
let meeting: Meeting;

beforeEach(async () => {
  nowMs = 100_000;
  [writes, told, theirs, listed, isStorageFull] = [[], [], [], [], false];
  const kept = createMemoryStore();
  const set = async (key: string, value: unknown) => {
    if (isStorageFull) throw new AppError('storage-full', 'full');
    writes.push(key);
    await kept.set(key, value);
  };
  shelf = await openPresetShelf({ ...kept, set }, ids);
  const browser: PairedBrowser = {
    async ask(ask) {
      if (ask.verb !== 'presets.meet') throw new Error(`Not asked for here: ${ask.verb}`);
      told.push(ask.items);
      return { value: [...theirs, ...ask.items], bytes: new Uint8Array() };
    },
  };
  meeting = createMeeting({
    ...{ presets: shelf, clock: { monotonicMs: () => nowMs }, handoffs: { look: async () => {} } },
    ...{ partner: async () => browser, browserPresets: { get: () => listed } },
  });
});

/** The person turns to the panel, some seconds after the last time; whatever that leads to is done. */
async function turn(laterMs = 2_000): Promise<void> {
  nowMs += laterMs;
  meeting.look();
  // Nothing here waits for anything but the microtasks of the fakes.
  await new Promise((resolve) => setTimeout(resolve));
}

test('presets go over only where one side has changed something, or a while has passed', async () => {
  await turn();
  for (const _ of [1, 2, 3]) await turn();
  expect([told.length, writes]).toEqual([1, []]);

  await shelf.importFile(writePresetFile([presetOf('Clay')]));
  writes = [];
  await turn();
  await turn();
  expect(told.slice(1)).toEqual([shelf.items()]);
  expect(writes).toEqual([]);

  listed = [presetOf('Poster')];
  theirs = [itemOf(`${presetPrefix}1`, { ...presetOf('Poster') })];
  await turn();
  await turn();
  expect(told).toHaveLength(3);
  expect(shelf.presets.get().map(({ name }) => name)).toEqual(expect.arrayContaining(['Clay', 'Poster']));
  expect(writes).toHaveLength(2);

  await turn(61_000);
  expect([told.length, writes.length]).toEqual([4, 2]);
});

test('without room for the browser’s presets nothing is lost, it is said, and tried again once that may help', async () => {
  await shelf.importFile(writePresetFile([presetOf('Clay')]));
  theirs = marks(3);
  isStorageFull = true;
  const before = shelf.items();
  await turn();
  await turn();
  expect([told.length, meeting.isFull.get(), shelf.items()]).toEqual([1, true, before]);
  expect(shelf.knows(`${markPrefix}1`)).toBe(false);

  isStorageFull = false;
  listed = [presetOf('Fewer')];
  await turn();
  expect([told.length, meeting.isFull.get(), shelf.items().length]).toEqual([2, false, 4]);
});

test('a browser is never told of more than it takes in', async () => {
  theirs = marks(1_000);
  await turn();
  expect([meeting.isFull.get(), shelf.items().length]).toEqual([false, 1_000]);
  const ask = { verb: 'presets.meet', items: shelf.items() };
  expect(readRequest({ id: 1, ask })).not.toBeNull();
  theirs = marks(1_001);
  await turn(61_000);
  expect([meeting.isFull.get(), shelf.items().length]).toEqual([true, 1_000]);
});

test('old deletions are forgotten here too; a fresh one is known, so that its preset is not offered', async () => {
  theirs = [itemOf(`${presetPrefix}old`, null, Date.now() - 91 * day), itemOf(`${presetPrefix}new`, null)];
  await turn();
  expect(['old', 'new'].map((id) => shelf.knows(presetPrefix + id))).toEqual([false, true]);
});
