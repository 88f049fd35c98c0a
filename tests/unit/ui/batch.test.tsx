// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { useState } from 'preact/hooks';
import { afterEach, expect, test, vi } from 'vitest';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { ItemRow } from '#shared/ui/batch/item-row.tsx';
import type { ItemView } from '#shared/ui/batch/item-view.ts';
import { VirtualList } from '#shared/ui/lists/virtual-list.tsx';
import { PresetChecks } from '#shared/ui/presets/preset-checks.tsx';

afterEach(cleanup);

const item: ItemView = {
  index: 7,
  name: 'coffee.png',
  folder: 'menu/drinks',
  look: 'Watercolour',
  state: 'waiting',
  words: 'Waits for its turn',
  isAtWork: false,
  progressRatio: null,
  pictureUrl: 'blob:picture',
  cost: null,
};

const handlers = () => ({
  onMove: vi.fn(),
  onCancel: vi.fn(),
  onRetry: vi.fn(),
  onOpen: vi.fn(),
  onDownload: vi.fn(),
});

test('a thousand rows are a few in the page, and each says which one it is', () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => index);
  render(
    <VirtualList label="Pictures" rows={rows} keyOf={(row) => row} rowHeightPx={64}>
      {(row) => <p>{`row ${row}`}</p>}
    </VirtualList>,
  );
  const list = screen.getByRole('region', { name: 'Pictures' });
  expect(within(list).getAllByRole('listitem').length).toBeLessThan(60);
  list.scrollTop = 64 * 500;
  fireEvent.scroll(list);
  const shown = within(list).getByText('row 500').closest('li');
  expect([shown?.getAttribute('aria-posinset'), shown?.getAttribute('aria-setsize')]).toEqual([
    '501',
    '1000',
  ]);
  expect(within(list).getAllByRole('listitem').length).toBeLessThan(60);
});

test('what waits can be moved and cancelled, by buttons that name it', () => {
  const on = handlers();
  render(<ItemRow item={item} {...on} />);
  fireEvent.click(screen.getByRole('button', { name: batchWords.item.first('coffee.png') }));
  fireEvent.click(screen.getByRole('button', { name: batchWords.item.down('coffee.png') }));
  fireEvent.click(screen.getByRole('button', { name: batchWords.item.cancel('coffee.png') }));
  expect(on.onMove.mock.calls).toEqual([
    [7, 'first'],
    [7, 'down'],
  ]);
  expect(on.onCancel).toHaveBeenCalledWith(7);
});

test('what waits can be dragged onto another that waits, and onto nothing else', () => {
  const on = handlers();
  const carried = new Map<string, string>();
  const dataTransfer = {
    setData: (kind: string, value: string) => carried.set(kind, value),
    getData: (kind: string) => carried.get(kind) ?? '',
  };
  render(<ItemRow item={item} {...on} />);
  render(<ItemRow item={{ ...item, index: 9, name: 'tea.png' }} {...on} />);
  render(<ItemRow item={{ ...item, index: 11, name: 'cake.png', state: 'done' }} {...on} />);
  const row = (name: string) => screen.getByRole('article', { name: `${name}, Watercolour` });
  fireEvent.drop(row('tea.png'), { dataTransfer });
  fireEvent.dragStart(row('coffee.png'), { dataTransfer });
  fireEvent.drop(row('coffee.png'), { dataTransfer });
  fireEvent.drop(row('cake.png'), { dataTransfer });
  expect(on.onMove).not.toHaveBeenCalled();
  fireEvent.drop(row('tea.png'), { dataTransfer });
  expect(on.onMove.mock.calls).toEqual([[7, { onto: 9 }]]);
});

test.each([
  ['started', [batchWords.item.cancel('coffee.png')]],
  ['done', [batchWords.item.open('coffee.png'), batchWords.item.download('coffee.png')]],
  ['failed', [batchWords.item.retry('coffee.png')]],
  ['cancelled', [batchWords.item.retry('coffee.png')]],
] as const)('one that is %s offers what helps it, and no more', (state, names) => {
  render(<ItemRow item={{ ...item, state, isAtWork: state === 'started' }} {...handlers()} />);
  expect(screen.getAllByRole('button').map((button) => button.getAttribute('aria-label'))).toEqual(names);
  expect(screen.queryByRole('progressbar') !== null).toBe(state === 'started');
});

test('several presets are chosen and kept in their order; words alone are one of them', () => {
  const chosen = vi.fn();
  const [first, second] = builtInPresets;
  function Choice() {
    const [ids, setIds] = useState<readonly (string | null)[]>([second?.id ?? null]);
    const select = (next: readonly (string | null)[]) => {
      chosen(next);
      setIds(next);
    };
    return (
      <PresetChecks presets={builtInPresets} selectedIds={ids} onSelect={select} pictureUrl={() => null} />
    );
  }
  render(<Choice />);
  fireEvent.click(screen.getByRole('checkbox', { name: first?.name ?? '' }));
  fireEvent.click(screen.getByRole('checkbox', { name: batchWords.presets.none }));
  fireEvent.click(screen.getByRole('checkbox', { name: second?.name ?? '' }));
  expect(chosen.mock.calls.map(([ids]) => ids)).toEqual([
    [first?.id, second?.id],
    [null, first?.id, second?.id],
    [null, first?.id],
  ]);
});
