import { expect, it, vi } from 'vitest';
import { createPanelForGuests } from '../../../extension/features/pairing/panel-for-guests.ts';
import { createMemoryBrowser } from '../../fakes/memory-browser.ts';

function panelAt(moment: { nowMs: number }) {
  const { open } = createMemoryBrowser();
  return { open, panel: createPanelForGuests({ monotonicMs: () => moment.nowMs }) };
}

it('pictures that come at once are shown one after the other, in one tab', async () => {
  const { open, panel } = panelAt({ nowMs: 0 });
  const said: string[] = [];
  const taking = (name: string) => async () => {
    said.push(`${name} comes`);
    await Promise.resolve();
    said.push(`${name} is there`);
  };
  await Promise.all(['a', 'b', 'c'].map((name) => panel.show(taking(name))));
  expect(said).toEqual(['a', 'b', 'c'].flatMap((name) => [`${name} comes`, `${name} is there`]));
  expect(open).toEqual([{ url: expect.stringContaining('popup.html?tab'), reloads: 2 }]);
});

it('a panel that somebody works in is left alone', async () => {
  const { open, panel } = panelAt({ nowMs: 0 });
  open.push({ url: 'extension://popup.html?tab#job=a', reloads: 0 });
  await panel.show(async () => {});
  expect(open.map(({ reloads }) => reloads)).toEqual([0, 0]);
});

it('a few a minute; what is beyond that is not taken, and a minute later it is', async () => {
  const moment = { nowMs: 0 };
  const { panel } = panelAt(moment);
  const take = vi.fn(async () => {});
  const shown = await Promise.allSettled(Array.from({ length: 32 }, () => panel.show(take)));
  const refused = shown.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  expect([take.mock.calls.length, refused.length]).toEqual([6, 26]);
  expect(refused[0]).toMatchObject({ code: 'handoff-too-often' });
  moment.nowMs = 60_000;
  await panel.show(take);
  expect(take).toHaveBeenCalledTimes(7);
});
