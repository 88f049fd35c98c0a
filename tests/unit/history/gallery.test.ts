import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entryOf, type HistoryEntry } from '#shared/history/entry.ts';
import {
  cellsOf,
  layoutGrid,
  mostRows,
  rowsInView,
} from '../../../extension/features/history/grid-layout.ts';
import { actOf } from '../../../extension/features/history/history-keys.ts';
import { jobIn } from '../../fakes/job-fixtures.ts';

describe('the grid', () => {
  it.each([
    [358, 2],
    [800, 4],
    [1192, 7],
    [0, 1],
  ])('has for %d px %d columns', (widthPx, columns) => {
    expect(layoutGrid(100, widthPx).columns).toBe(columns);
  });

  it('keeps in the page what is in view, and a little around it', () => {
    const layout = layoutGrid(10_000, 1192);
    const { first, end } = rowsInView(layout, { topPx: 100 * layout.rowHeightPx, heightPx: 800 });
    expect(first).toBe(98);
    expect((end - first) * layout.columns).toBeLessThan(80);
  });

  it.each([-5_000, 0, 1e7])('has no rows beside its own at %d px', (topPx) => {
    const layout = layoutGrid(20, 800);
    const { first, end } = rowsInView(layout, { topPx, heightPx: 800 });
    expect(first).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(layout.rows);
    expect(first).toBeLessThanOrEqual(end);
  });

  it('lends a place in the page to one card at a time, and keeps it in its column', () => {
    const view = fc.record({
      count: fc.nat(10_000),
      widthPx: fc.integer({ min: 200, max: 4_000 }),
      heightPx: fc.integer({ min: 100, max: 3_000 }),
      topPx: fc.integer({ min: -2_000, max: 400_000 }),
    });
    fc.assert(
      fc.property(view, ({ count, widthPx, heightPx, topPx }) => {
        const layout = layoutGrid(count, widthPx);
        const rows = rowsInView(layout, { topPx, heightPx });
        const slotRows = mostRows(layout, heightPx);
        const cells = cellsOf(layout, rows, { count, slotRows });
        const slots = cells.map(({ slot }) => slot);
        expect(new Set(slots).size).toBe(cells.length);
        expect(slots).toEqual(slots.toSorted((a, b) => a - b));
        expect(cells.every(({ slot, column }) => slot % layout.columns === column)).toBe(true);
        const indexes = cells.map(({ index }) => index).sort((a, b) => a - b);
        const first = rows.first * layout.columns;
        expect(indexes).toEqual(indexes.map((_, offset) => first + offset));
        expect(cells.every(({ index }) => index < count)).toBe(true);
      }),
    );
  });
});

describe('a key', () => {
  const extras = { recipeKey: null, likeKey: null, thumbnailKey: null, sizeBytes: 0 };
  const entry: HistoryEntry = entryOf(jobIn({ name: 'cancelled', runId: null }), extras);
  const press = (key: string, held: Partial<KeyboardEvent> = {}) =>
    actOf({ key, ctrlKey: false, metaKey: false, altKey: false, ...held } as KeyboardEvent, entry, 5);

  it.each([
    ['f', { kind: 'mark', change: { favourite: true } }],
    ['F', { kind: 'mark', change: { favourite: true } }],
    ['4', { kind: 'mark', change: { rating: 4 } }],
    ['0', { kind: 'mark', change: { rating: null } }],
    ['Delete', { kind: 'delete' }],
    ['ArrowDown', { kind: 'move', by: 5 }],
    ['ArrowLeft', { kind: 'move', by: -1 }],
    ['Enter', { kind: 'open' }],
    ['6', null],
    ['Tab', null],
  ])('%s does what it says', (key, act) => {
    expect(press(key)).toEqual(act);
  });

  it('held with Ctrl is the browser’s', () => {
    expect(press('f', { ctrlKey: true })).toBe(null);
  });
});
