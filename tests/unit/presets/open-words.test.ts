import { expect, it } from 'vitest';
import { forbidOpenWords, whileWaiting } from '../../../extension/features/page/open-words.ts';

const recipeOf = (prompt: string) => ({ recipe: { prompt } });

it.each(['In {city}', 'A {thing: } in snow', '{a}{b: c}'])('%s is never sent as it is written', (prompt) => {
  expect(() => forbidOpenWords(recipeOf(prompt))).toThrow(expect.objectContaining({ code: 'invalid-input' }));
});

it.each(['', 'In Paris', 'In {city: Paris}', '{layer:Headline} in {}'])('%j goes out', (prompt) => {
  expect(() => forbidOpenWords(recipeOf(prompt))).not.toThrow();
});

it('of several pictures the panel gets the first while a preset waits for words', () => {
  expect(whileWaiting(['a', 'b'], true)).toEqual(['a']);
  expect(whileWaiting(['a', 'b'], false)).toEqual(['a', 'b']);
});
