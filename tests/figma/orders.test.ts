import { expect, test } from 'vitest';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Layer } from '../../figma-plugin/bridge/layer.ts';
import type { Values } from '../../figma-plugin/ui/campaign/campaign.ts';
import { firstDraft, type LookDraft, looksOf } from '../../figma-plugin/ui/look/look-draft.ts';
import { ordersAgain, ordersFor, picturesOf, type Wishes } from '../../figma-plugin/ui/screens/orders.ts';

const layer = (nodeId: string): Layer => ({
  ...{ nodeId, name: `Card ${nodeId}`, widthPx: 120, heightPx: 90 },
  ...{ problem: null, recipe: null, sent: 'look' },
});
const layers = [layer('1:1'), layer('1:2')];
const row = (byName: Record<string, string>): Values => ({
  label: Object.values(byName).join(', '),
  byName,
});
const typed = (prompt: string): LookDraft => ({ ...firstDraft, presetId: null, typed: prompt });

function ordered(draft: LookDraft, rows: readonly Values[], way: Wishes['way'] = 'above') {
  const each = picturesOf(looksOf(draft, way === 'grid', builtInPresets), rows, builtInPresets);
  const orders = ordersFor(layers, {
    ...{ draft, way, rows, exactIds: [], connection: null, presets: builtInPresets },
    ...{ fileValues: {}, isTiled: false },
  });
  expect(orders).toHaveLength(layers.length * each.length);
  return orders;
}

test('rows that fill a prompt alike are one picture of a layer, and paid once', () => {
  const rows = [row({ city: 'Rome' }), row({ city: 'Oslo' }), row({ city: 'Rome' })];
  const orders = ordered(typed('Move it to {city}'), rows);
  expect(orders.map(({ nodeId, recipe }) => [nodeId, recipe.prompt])).toEqual([
    ['1:1', 'Move it to Rome'],
    ['1:1', 'Move it to Oslo'],
    ['1:2', 'Move it to Rome'],
    ['1:2', 'Move it to Oslo'],
  ]);
  const alike = [row({ city: 'Rome' }), row({})];
  expect(ordered(typed('Move it to {city: Rome}'), alike)).toHaveLength(2);
});

test('versions of one look are pictures of their own, with seeds of their own', () => {
  const draft = { ...typed('Move it to {city}'), versions: 3 };
  const orders = ordered(draft, [row({ city: 'Rome' }), row({ city: 'Rome' })], 'grid');
  expect(orders).toHaveLength(6);
  expect(new Set(orders.map(({ recipe }) => recipe.seed)).size).toBe(6);
  expect(orders.map(({ cell }) => cell?.index)).toEqual([0, 1, 2, 0, 1, 2]);
  expect(orders.every(({ cell }) => cell?.count === 3)).toBe(true);
});

test('a result once more is as it was made, varied by another seed alone; other layers are passed over', () => {
  const [made] = ordered(firstDraft, [row({})]);
  const result = { ...layer('1:9'), name: `${made?.title} · Card 1:1`, recipe: made?.note ?? '' };
  const again = (vary: boolean) => ordersAgain([result, layer('1:3')], null, vary);
  expect(again(false)).toMatchObject([
    { nodeId: '1:9', way: 'renew', layerName: 'Card 1:1', title: made?.title },
  ]);
  const { seed, ...others } = made?.recipe ?? {};
  expect(again(false)[0]?.recipe).toMatchObject({ ...others, seed });
  expect(again(true)[0]?.recipe).toMatchObject(others);
  expect(again(true)[0]?.recipe.seed).not.toBe(seed);
  expect(ordersAgain([{ ...result, problem: 'hidden' }], null, false)).toEqual([]);
});
