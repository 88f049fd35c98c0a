import { expect, it } from 'vitest';
import { parseSyncItem } from '#shared/sync/sync-item.ts';
import { createSyncedItems } from '#shared/sync/synced-items.ts';
import { meetPresets } from '../../../extension/features/pairing/meet-presets.ts';
import { createMemoryStore } from '../../fakes/memory-store.ts';
import { createSyncCloud } from '../../fakes/sync-cloud.ts';
import { createVirtualClock } from '../../fakes/virtual-clock.ts';

const item = (changes: object, version: object = {}) => ({
  ...{ version: 1, id: 'preset.a', seen: { there: 1 } },
  versions: [{ deviceId: 'there', edit: 1, value: { text: 'theirs' }, changedAtMs: 1, ...version }],
  ...changes,
});

it.each([
  ['without end', 1e300],
  ['in parts', 1.5],
  ['below none', -1],
  ['beyond what can be counted', Number.MAX_SAFE_INTEGER + 1],
])('an item whose edits are counted %s is none', (_, edit) => {
  expect(parseSyncItem(item({ seen: { here: edit } }))).toBe(null);
  expect(parseSyncItem(item({}, { edit }))).toBe(null);
});

it.each([
  ['an edit', item({ seen: { here: Number.MAX_SAFE_INTEGER } })],
  ['a moment', item({}, { changedAtMs: 1e300 })],
])('a guest keeps this browser from no edit of its own by %s that nobody makes', async (_, hostile) => {
  const synced = createSyncedItems({
    local: createMemoryStore(),
    transport: createSyncCloud().browser(),
    clock: createVirtualClock(),
    deviceId: async () => 'here',
    keepsOthers: () => true,
    exclusively: (work) => work(),
  });
  await synced.put('preset.a', { text: 'ours' });
  await meetPresets([hostile], synced);
  await synced.put('preset.a', { text: 'ours, changed' });
  expect((await synced.list()).map(({ value }) => value.text)).toEqual(['ours, changed']);
  expect(await synced.replica()).toMatchObject([{ seen: { here: 2 } }]);
  await meetPresets([item({ id: 'preset.b' })], synced);
  expect(await synced.list()).toHaveLength(2);
});
