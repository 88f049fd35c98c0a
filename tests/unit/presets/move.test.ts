import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ordersAfterMove } from '../../../extension/features/presets/move.ts';

type Placed = { id: string; order: number | null };

const last = Number.MAX_SAFE_INTEGER;
const sorted = (all: readonly Placed[]) =>
  [...all].sort((one, other) => (one.order ?? last) - (other.order ?? last));

/** A list as the library gives it: sorted by whatever orders there are. */
const lists = fc
  .array(fc.option(fc.nat(12)), { minLength: 2, maxLength: 9 })
  .map((orders) => sorted(orders.map((order, index) => ({ id: `p${index}`, order }))));

it('puts a preset in the place of another, and leaves the order of the rest', () => {
  fc.assert(
    fc.property(lists, fc.nat(), fc.nat(), (list, one, other) => {
      const [from, to] = [one % list.length, other % list.length];
      const [id = '', toPlaceOf = ''] = [list[from]?.id, list[to]?.id];
      const orders = new Map(ordersAfterMove(list, id, toPlaceOf));
      const wanted = list.map((each) => each.id).filter((each) => each !== id);
      wanted.splice(to, 0, id);
      const after = sorted(list.map((each) => ({ ...each, order: orders.get(each.id) ?? each.order })));
      expect(after.map((each) => each.id)).toEqual(wanted);
    }),
  );
});

it('touches no more than it has to', () => {
  const list = ['a', 'b', 'c', 'd'].map((id) => ({ id, order: null }));
  expect(ordersAfterMove(list, 'b', 'a')).toEqual([
    ['b', 0],
    ['a', 1],
  ]);
});
