// @vitest-environment happy-dom
import { act, cleanup, renderHook } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useTypedNumber } from '../../figma-plugin/ui/look/use-typed-number.ts';

const limits = { least: 1, most: 4_294_967_295 };

afterEach(cleanup);

/** The field of a panel that keeps what it is told. */
function openField(first: number) {
  const told: number[] = [];
  const onSeed = (seed: number) => void told.push(seed);
  const { result, rerender } = renderHook(({ seed }) => useTypedNumber({ value: seed, ...limits }, onSeed), {
    initialProps: { seed: first },
  });
  return {
    told,
    text: () => result.current.text,
    choose: (seed: number) => rerender({ seed }),
    type(text: string) {
      act(() => result.current.onText(text));
      rerender({ seed: told.at(-1) ?? first });
    },
    leave: () => act(() => result.current.onBlur()),
  };
}

test('a seed that comes from elsewhere is shown, whatever was typed before', () => {
  const field = openField(7);
  field.type('12');
  expect([field.text(), field.told]).toEqual(['12', [12]]);
  field.type('12x');
  field.choose(4711);
  expect(field.text()).toBe('4711');
});

test('what is no seed stays while it is typed, and changes nothing', () => {
  const field = openField(7);
  for (const text of ['', '0', '-1', '7.5', '4294967296', '007x']) {
    field.type(text);
    expect(field.text()).toBe(text);
  }
  expect(field.told).toEqual([]);
  field.leave();
  expect(field.text()).toBe('7');
});
