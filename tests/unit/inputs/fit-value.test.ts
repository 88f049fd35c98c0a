import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fitValue } from '#shared/inputs/fit-value.ts';
import type { InputDefinition, InputValue } from '#shared/inputs/input-definition.ts';

const base = { id: 'x', label: 'x', hint: '' };
const number = (change: object): InputDefinition => ({
  ...base,
  ...{ kind: 'number', integer: false, defaultValue: 0, min: null, max: null, step: null, ...change },
});
const integer = number({ integer: true, min: 0 });
const slider = number({ min: 0.1, max: 1 });
const choice: InputDefinition = { ...base, kind: 'choice', options: ['a', 'b'], defaultValue: 'a' };
const text: InputDefinition = { ...base, kind: 'text', defaultValue: '' };
const seed: InputDefinition = { ...base, kind: 'seed', min: 1, max: 4294967295 };
const flag: InputDefinition = { ...base, kind: 'boolean', defaultValue: false };

it.each<[string, InputDefinition, InputValue, InputValue | null]>([
  ['a slider above its range', slider, 7, 1],
  ['a slider below its range', slider, -1, 0.1],
  ['a number written as text', slider, '0.5', 0.5],
  ['text that is no number', slider, 'strong', null],
  ['a plain number, negative', number({}), -2.5, -2.5],
  ['an integer with a fraction', integer, 3.4, 3],
  ['a negative integer, which the node reads as its default', integer, -3, 0],
  [
    'a negative default, which can only be left out',
    number({ integer: true, min: 0, defaultValue: -1 }),
    -1,
    null,
  ],
  ['an integer between fractional bounds', number({ integer: true, min: 1.5, max: 2.5 }), 9, 2],
  ['a known choice', choice, 'b', 'b'],
  ['an unknown choice', choice, 'c', null],
  ['a choice whose options nobody knows', { ...choice, options: [] }, 'euler', 'euler'],
  ['an empty text', text, '', null],
  ['a number as text', text, 12, '12'],
  ['seed 0, which means random', seed, 0, 1],
  ['a boolean as a word', flag, 'False', false],
  ['a boolean that is none', flag, 'perhaps', null],
])('fits %s', (_, definition, value, fitted) => expect(fitValue(definition, value)).toBe(fitted));

const anyValue = fc.oneof(fc.string(), fc.double({ noNaN: false }), fc.boolean());

it('sends numbers that no node swaps for its default, whatever was typed', () => {
  fc.assert(
    fc.property(anyValue, (value) => {
      const inRange = fitValue(slider, value);
      if (inRange !== null) expect(Number(inRange) >= 0.1 && Number(inRange) <= 1).toBe(true);
      const whole = fitValue(integer, value);
      if (whole !== null) expect(String(Math.abs(Number(whole)))).not.toContain('-');
      if (whole !== null) expect(Number.isInteger(whole) && Number(whole) >= 0).toBe(true);
      const chosen = fitValue(seed, value);
      if (chosen !== null) expect(Number.isInteger(chosen) && Number(chosen) >= 1).toBe(true);
    }),
  );
});

it('is settled after one fitting', () => {
  fc.assert(
    fc.property(fc.constantFrom(slider, integer, seed, choice, text, flag), anyValue, (definition, value) => {
      const once = fitValue(definition, value);
      if (once !== null) expect(fitValue(definition, once)).toBe(once);
    }),
  );
});
