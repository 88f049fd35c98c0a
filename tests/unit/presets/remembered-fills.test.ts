import { expect, it } from 'vitest';
import { withUsedFills } from '#shared/presets/remembered-fills.ts';

const many = Object.fromEntries(Array.from({ length: 60 }, (_, index) => [`name ${index}`, 'x']));

it('what was used again is the last to be forgotten', () => {
  const again = withUsedFills(many, many, ['A {name 0}']);
  const next = withUsedFills(again, { new: 'y' }, ['A {new}']);
  expect(next).toMatchObject({ 'name 0': 'x', new: 'y' });
  expect(next).not.toHaveProperty('name 1');
  expect(Object.keys(next)).toHaveLength(60);
});

it('what was emptied is forgotten, and what no prompt asked for stays as it is', () => {
  expect(withUsedFills({ a: '1', b: '2' }, { a: ' ', b: '' }, ['{a}'])).toEqual({ b: '2' });
});
