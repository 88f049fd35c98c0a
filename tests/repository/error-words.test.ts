import { describe, expect, test } from 'vitest';
import { errorCodes } from '#shared/errors/codes.ts';
import { errorTexts } from '#shared/i18n/en/errors.ts';

/** Sentences, of which one may be the error's own words; a layer's are all there is to say. */
const isAdvice = /^(\{detail\}|(\p{Lu}|\{host\}).*([.?]|\{detail\}))$/su;

describe.each(errorCodes)('%s', (code) => {
  const words = errorTexts[code];

  test('says what happened, what it means, and what helps', () => {
    expect(words.title, 'The title says what happened, in a few words.').toMatch(/^\p{Lu}.{5,79}[^.]$/u);
    expect(words.advice, 'The advice says in sentences what it means for picture and money.').toMatch(
      isAdvice,
    );
    expect(words.button.trim(), 'The button needs a label.').not.toBe('');
  });

  test('has no placeholder that an error cannot fill', () => {
    const placeholders = [...`${words.title} ${words.advice}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    expect(['detail', 'host']).toEqual(expect.arrayContaining(placeholders));
  });
});

test('there are words for errors only', () => {
  expect(Object.keys(errorTexts).sort()).toEqual([...errorCodes].sort());
});
