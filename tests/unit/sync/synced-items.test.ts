import { describe, expect, it } from 'vitest';
import { createSyncedItems } from '#shared/sync/synced-items.ts';
import type { SyncTransport } from '#shared/sync/transport.ts';
import { createMemoryStore } from '../../fakes/memory-store.ts';
import { createSyncCloud } from '../../fakes/sync-cloud.ts';

const day = 24 * 3_600_000;

function browserOn(
  transport: SyncTransport,
  deviceId: string,
  clock = { nowMs: () => Date.UTC(2026, 10, 1) },
) {
  const local = createMemoryStore();
  const items = createSyncedItems({
    local,
    transport,
    clock,
    deviceId: async () => deviceId,
    keepsOthers: (id) => id.startsWith('preset.'),
    exclusively: (work) => work(),
  });
  const listed = async () =>
    Object.fromEntries((await items.list()).map(({ id, value }) => [id, value.name]).sort());
  return { ...items, local, listed };
}

function twoBrowsers(clock?: { nowMs: () => number }) {
  const cloud = createSyncCloud();
  const areas = [cloud.browser(), cloud.browser()] as const;
  const [one, two] = [browserOn(areas[0], 'one', clock), browserOn(areas[1], 'two', clock)];
  const meet = async () => {
    for (let round = 0; round < 5; round += 1) {
      for (const area of areas) area.exchange();
      await one.synchronise();
      await two.synchronise();
    }
  };
  return { one, two, areas, meet };
}

describe('two browsers', () => {
  it('have what the other made', async () => {
    const { one, two, meet } = twoBrowsers();
    await one.put('preset.a', { name: 'A' });
    await two.put('preset.b', { name: 'B' });
    await meet();
    expect(await one.listed()).toEqual({ 'preset.a': 'A', 'preset.b': 'B' });
    expect(await two.listed()).toEqual(await one.listed());
  });

  it('keep both edits that were made offline, though the area only knows the last', async () => {
    const { one, two, meet } = twoBrowsers();
    await one.put('preset.a', { name: 'A' });
    await meet();
    await one.put('preset.a', { name: 'A by one' });
    await one.synchronise();
    await two.put('preset.a', { name: 'A by two' });
    await two.synchronise();
    await meet();
    expect(Object.values(await one.listed()).sort()).toEqual(['A by one', 'A by two']);
    expect(await two.listed()).toEqual(await one.listed());
  });

  it('keep no copy of a mark that both set', async () => {
    const { one, two, meet } = twoBrowsers();
    await one.put('mark.a', { name: 'hidden' });
    await two.put('mark.a', { name: 'favourite' });
    await meet();
    expect(Object.keys(await one.listed())).toEqual(['mark.a']);
    expect(await two.listed()).toEqual(await one.listed());
  });

  it('do not bring back what one has deleted', async () => {
    const { one, two, meet } = twoBrowsers();
    await one.put('preset.a', { name: 'A' });
    await meet();
    await two.remove('preset.a');
    await meet();
    expect(await one.listed()).toEqual({});
  });

  it('forget a deletion after 90 days, also in the area', async () => {
    let nowMs = Date.UTC(2026, 10, 1);
    const { one, areas, meet } = twoBrowsers({ nowMs: () => nowMs });
    await one.put('preset.a', { name: 'A' });
    await one.remove('preset.a');
    await meet();
    expect(Object.keys(await areas[1].readAll())).toEqual(['item.preset.a']);
    nowMs += 91 * day;
    await meet();
    expect(await areas[1].readAll()).toEqual({});
  });

  it('leave alone what a newer version has written', async () => {
    const { one, areas, meet } = twoBrowsers();
    const newer = { version: 2, id: 'preset.a', shape: 'unheard of' };
    await areas[1].write({ 'item.preset.a': newer });
    await meet();
    await one.put('preset.a', { name: 'A' });
    await meet();
    expect((await areas[0].readAll())['item.preset.a']).toEqual(newer);
    expect(await one.listed()).toEqual({ 'preset.a': 'A' });
  });

  it('keep fields that they do not know', async () => {
    const { one, two, meet } = twoBrowsers();
    await one.put('preset.a', { name: 'A', invented: { later: [1] } });
    await meet();
    expect((await two.list())[0]?.value).toEqual({ name: 'A', invented: { later: [1] } });
  });
});

describe('what does not fit', () => {
  it('stays here and is named, and everything else goes along', async () => {
    const { one, two, meet } = twoBrowsers();
    await one.put('preset.large', { name: 'L', prompt: 'x'.repeat(9_000) });
    await one.put('preset.small', { name: 'S' });
    const { tooLarge } = await one.synchronise();
    expect(tooLarge).toEqual(['preset.large']);
    await meet();
    expect(await two.listed()).toEqual({ 'preset.small': 'S' });
    expect(await one.listed()).toEqual({ 'preset.large': 'L', 'preset.small': 'S' });
  });

  it('never exceeds the area, and what is there is not pushed out', async () => {
    const { one, two, areas, meet } = twoBrowsers();
    for (let at = 0; at < 20; at += 1)
      await one.put(`preset.${at}`, { name: `${at}`, prompt: 'x'.repeat(6_000) });
    const { tooMany } = await one.synchronise();
    expect(tooMany.length).toBeGreaterThan(0);
    await meet();
    const there = Object.keys(await areas[0].readAll());
    await two.put('preset.of-two', { name: 'two', prompt: 'x'.repeat(6_000) });
    await meet();
    expect(Object.keys(await areas[0].readAll())).toEqual(there);
    expect(JSON.stringify(await areas[0].readAll()).length).toBeLessThan(102_400);
  });

  it('is tried again when the area refused it', async () => {
    const cloud = createSyncCloud();
    const area = cloud.browser();
    let refuses = true;
    const moody: SyncTransport = {
      ...area,
      write: (entries) =>
        refuses ? Promise.reject(new Error('MAX_WRITE_OPERATIONS_PER_MINUTE')) : area.write(entries),
    };
    const one = browserOn(moody, 'one');
    await one.put('preset.a', { name: 'A' });
    expect((await one.synchronise()).refused).toBe('MAX_WRITE_OPERATIONS_PER_MINUTE');
    refuses = false;
    expect((await one.synchronise()).refused).toBeNull();
    expect(Object.keys(await area.readAll())).toEqual(['item.preset.a']);
  });
});
