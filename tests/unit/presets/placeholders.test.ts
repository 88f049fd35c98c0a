import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillPlaceholders, placeholdersOf } from '#shared/presets/placeholders.ts';

test('names of letters, digits, spaces and dashes, each once; other braces are words', () => {
  const prompt = 'Show {product name} in {Köln-2}, {product name}, {} { x} {a:b} {"json": 1} {unclosed';
  expect(placeholdersOf(prompt)).toEqual(['product name', 'Köln-2']);
});

test('filled by name; what has no value stays to be seen', () => {
  const values = { city: 'Rome {product}', 'product ': 'no' };
  expect(fillPlaceholders('{product} in {city }', values)).toBe('{product} in Rome {product}');
  expect(fillPlaceholders('{constructor} {toString}', {})).toBe('{constructor} {toString}');
});

const name = fc.stringMatching(/^[a-z0-9][a-z0-9 -]{0,8}[a-z0-9]$/);
const words = fc.string().filter((text) => !/[{}]/.test(text));

test('property: filled with everything it names, a prompt names nothing and says every value', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ before: words, name, value: words }), { maxLength: 6 }),
      words,
      (parts, end) => {
        const prompt = parts.map((part) => `${part.before}{${part.name}}`).join('') + end;
        const values = Object.fromEntries(parts.map((part) => [part.name, part.value]));
        const filled = parts.map((part) => part.before + values[part.name]).join('') + end;
        expect(fillPlaceholders(prompt, values)).toBe(filled);
        expect(placeholdersOf(filled)).toEqual([]);
      },
    ),
  );
});
