import fc from 'fast-check';
import { expect, test } from 'vitest';
import { panBy, whole, type Zoomed, zoomAt } from '#shared/ui/pictures/zoomed.ts';

const part = fc.double({ min: -0.5, max: 0.5, noNaN: true });
const place = fc.record({ x: part, y: part });
const step = fc.oneof(
  fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), place).map(
    ([factor, at]) =>
      (view: Zoomed) =>
        zoomAt(view, factor, at),
  ),
  place.map(
    ({ x, y }) =>
      (view: Zoomed) =>
        panBy(view, 4 * x, 4 * y),
  ),
);

/** Where a place of the picture stands on the stage. */
const shownAt = ({ scale, x }: Zoomed, of: number) => of * scale + x;

test('whatever is done, the picture covers the stage, and is never smaller than it', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const view = steps.reduce((now, next) => next(now), whole);
      expect(view.scale).toBeGreaterThanOrEqual(1);
      expect(view.scale).toBeLessThanOrEqual(16);
      expect(shownAt(view, -0.5)).toBeLessThanOrEqual(-0.5 + 1e-9);
      expect(shownAt(view, 0.5)).toBeGreaterThanOrEqual(0.5 - 1e-9);
    }),
  );
});

test('what lies under the pointer stays there while looking nearer', () => {
  fc.assert(
    fc.property(place, fc.double({ min: 1, max: 4, noNaN: true }), (at, factor) => {
      const first = zoomAt(whole, 2, at);
      const of = (at.x - first.x) / first.scale;
      expect(shownAt(zoomAt(first, factor, at), of)).toBeCloseTo(at.x);
    }),
  );
});

test('all of it is shown again', () => {
  const { scale, x, y } = zoomAt(zoomAt(whole, 4, { x: 0.3, y: -0.2 }), 1 / 4);
  expect([scale, Math.abs(x), Math.abs(y)]).toEqual([1, 0, 0]);
});
