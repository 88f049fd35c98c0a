import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalJson } from '#shared/sync/canonical-json.ts';
import { createSyncedItems } from '#shared/sync/synced-items.ts';
import { takeIn } from '#shared/sync/take-in.ts';
import { createMemoryStore } from '../../fakes/memory-store.ts';
import { createSyncCloud } from '../../fakes/sync-cloud.ts';

function browserCalled(deviceId: string) {
  let nowMs = 1_000;
  return createSyncedItems({
    local: createMemoryStore(),
    transport: createSyncCloud().browser(),
    clock: { nowMs: () => nowMs++ },
    deviceId: async () => deviceId,
    keepsOthers: (id) => id.startsWith('preset.'),
    exclusively: (work) => work(),
  });
}

type Browser = ReturnType<typeof browserCalled>;

const textsIn = async (browser: Browser) =>
  (await browser.list()).map(({ value }) => String(value.text)).sort();
const valuesIn = async (browser: Browser) =>
  (await browser.list()).map(({ value }) => canonicalJson(value)).sort();

const id = fc.constantFrom('preset.a', 'preset.b', 'mark.a');
/** An edit, a deletion, or without an id: one meets the other. */
type Step = { isFirst: boolean; id?: string; isDeletion?: boolean };
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({ isFirst: fc.boolean(), id, isDeletion: fc.boolean() }),
  fc.record({ isFirst: fc.boolean() }),
);

/** Two browsers that went their ways, meeting now and then. */
async function twoBrowsers(steps: readonly Step[]) {
  const browsers = [browserCalled('one'), browserCalled('two')] as const;
  for (const [index, each] of steps.entries()) {
    const [own, other] = each.isFirst ? browsers : [browsers[1], browsers[0]];
    if (each.id === undefined) await own.merge(await other.replica());
    else if (each.isDeletion) await own.remove(each.id);
    else await own.put(each.id, { text: `edit ${index}` });
  }
  return browsers;
}

it('a file is taken in once, loses nothing that is here, and can be undone', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 12 }), async (steps) => {
      const [here, there] = await twoBrowsers(steps);
      const before = await valuesIn(here);
      const ids = new Set(
        [...(await here.list()), ...(await there.list())].map((each) => each.id.split('~')[0]),
      );
      const { undo, changedCount } = await takeIn(here, await there.replica());
      const after = await valuesIn(here);
      expect(new Set((await here.list()).map((each) => each.id.split('~')[0])), 'nothing is gone').toEqual(
        ids,
      );
      if (changedCount === 0) expect(after).toEqual(before);
      expect((await takeIn(here, await there.replica())).changedCount, 'taken in again').toBe(0);
      await undo();
      expect(await valuesIn(here)).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

it('what was deleted since it was saved is there again, and what was changed since stays changed', async () => {
  const here = browserCalled('one');
  await here.put('preset.a', { text: 'old a' });
  await here.put('preset.b', { text: 'old b' });
  const saved = await here.replica();
  await here.remove('preset.a');
  await here.put('preset.b', { text: 'new b' });
  const { changedCount } = await takeIn(here, saved);
  expect(await textsIn(here)).toEqual(['new b', 'old a']);
  expect(changedCount).toBe(1);
});

it('what was changed on two sides stands side by side', async () => {
  const [here, there] = [browserCalled('one'), browserCalled('two')];
  await here.put('preset.a', { text: 'first' });
  await there.merge(await here.replica());
  await here.put('preset.a', { text: 'here' });
  await there.put('preset.a', { text: 'there' });
  await takeIn(here, await there.replica());
  expect(await textsIn(here)).toEqual(['here', 'there']);
});
