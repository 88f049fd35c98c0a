import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keepParts, keptBy, withKept } from '#shared/presets/keep-sentence.ts';
import { pastPrompts } from '#shared/presets/past-prompts.ts';
import { emptyIn, fillIn, placeholdersOf, readFills } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { presetFrom } from '#shared/presets/preset-of-recipe.ts';
import { firstEmptyIn, promptFor, readPrompt } from '#shared/presets/prompt.ts';
import { tipFor } from '#shared/presets/prompt-tips.ts';

const preset: Preset = {
  version: 1,
  id: 'preset.shelf',
  name: 'Shelf',
  description: '',
  prompt: 'Put {product} on a shelf in {colour: oak}. Keep {product} as it is.',
  strength: 0.8,
  safe: null,
  folder: '',
  builtIn: false,
  picture: null,
};

describe('placeholders', () => {
  it('are found once each, with what is sent otherwise', () => {
    expect(placeholdersOf(preset.prompt)).toEqual([
      { name: 'product', fallback: '' },
      { name: 'colour', fallback: 'oak' },
    ]);
  });

  it.each(['{}', '{ }', '{1}', '{"a":1}', 'no braces', '{a\nb}'])('are no other braces: %s', (prompt) => {
    expect(placeholdersOf(prompt)).toEqual([]);
    expect(fillIn(prompt, { a: 'b' })).toBe(prompt);
  });

  it('are filled in wherever they stand, and missed where nothing was', () => {
    expect(fillIn(preset.prompt, { product: ' the jar ' })).toBe(
      'Put the jar on a shelf in oak. Keep the jar as it is.',
    );
    expect(emptyIn(preset.prompt, { product: '  ' })).toEqual(['product']);
    expect(emptyIn(preset.prompt, { product: 'the jar' })).toEqual([]);
  });

  it('may be called like what every object has, and are the drawing’s where they name a layer', () => {
    expect(fillIn('{constructor} {toString}', {})).toBe('{constructor} {toString}');
    expect(placeholdersOf('{layer:Headline} {variable: City}')).toEqual([]);
  });

  it('take what looks like a pattern as it is', () => {
    expect(fillIn('{a} $1', { a: '$& (x)*' })).toBe('$& (x)* $1');
    expect(readFills('{a} (b)+', '$& (x)* (b)+')).toEqual({ a: '$& (x)*' });
    expect(readFills('on {a}', 'on {a} and more')).toEqual({ a: '{a} and more' });
    expect(readFills(preset.prompt, 'Something else')).toBeNull();
    expect(readFills(`${'{a} {b} '.repeat(20)}end`, 'x '.repeat(1_000)), 'at once').toBeNull();
  });
});

describe('what was typed', () => {
  it.each([null, preset])('is filled in as a preset is', (of) => {
    const typed = 'Write {headline} on {a: the wall}';
    const fills = { product: 'the jar', headline: 'SALE' };
    expect(promptFor(of, typed, fills)).toContain('Write SALE on the wall');
    expect(firstEmptyIn(of, typed, fills)).toBeNull();
    expect(firstEmptyIn(of, typed, { product: 'the jar' })).toBe('headline');
    expect(firstEmptyIn(of, 'no braces', fills)).toBeNull();
  });
});

describe('a prompt that was sent', () => {
  const words = fc.stringMatching(/^[a-z][a-z (){}$^.-]{0,20}[a-z]$/).filter((text) => !text.includes('{'));

  it('is told from its preset: what was filled in, and what was typed', () => {
    fc.assert(
      fc.property(words, words, fc.oneof(fc.constant(''), words), (product, colour, typed) => {
        const sent = promptFor(preset, typed, { product, colour });
        const read = readPrompt(preset, sent);
        expect(read && promptFor(preset, read.typed, read.fills)).toBe(sent);
        expect(read?.typed).toBe(typed);
      }),
    );
  });

  it.each([preset.prompt, 'Set {first line} over {second line}', '{ a }', '{a}{b}', '{a} {a}'])(
    'has nothing in a placeholder that was left open: %s',
    (prompt) => {
      const open = emptyIn(prompt, {});
      const read = readPrompt({ ...preset, prompt }, promptFor({ ...preset, prompt }, 'Add steam'));
      expect(read?.typed).toBe('Add steam');
      expect(emptyIn(prompt, read?.fills ?? {})).toEqual(open);
      expect(Object.values(read?.fills ?? {}).join()).not.toContain('{');
      const remembered = Object.fromEntries(open.map((name) => [name, `{${name}}`]));
      expect(emptyIn(prompt, remembered), 'as it may have been remembered').toEqual(open);
    },
  );

  it('is not of a preset that says something else by now', () => {
    expect(readPrompt({ ...preset, prompt: 'Another' }, promptFor(preset, 'x'))).toBeNull();
  });
});

describe('what stays', () => {
  it('is written as the last sentence, and read from it', () => {
    fc.assert(
      fc.property(
        fc.subarray([...keepParts]),
        fc.constantFrom('', 'Turn day into night', 'Add rain.'),
        (kept, text) => {
          const prompt = withKept(text, kept);
          expect(keptBy(prompt)).toEqual(kept);
          expect(withKept(prompt, []).replace(/\.$/, '')).toBe(text.replace(/\.$/, ''));
        },
      ),
    );
  });

  it('reads as a person would write it', () => {
    expect(withKept('Turn day into night', ['text', 'faces', 'composition'])).toBe(
      'Turn day into night. Keep the composition, the faces and any text exactly the same.',
    );
  });
});

describe('a tip', () => {
  it.each([
    ['Turn the day into night. Keep the people as they are.', null],
    ['Turn the day', null],
    ['A beautiful castle in the mist', 'describes'],
    ['Replace the sky with a sunset', 'no-keep'],
    ['Make it a lot more colourful, keep the rest', 'pronoun'],
    ['Make this picture darker, keep the faces', null],
    ['Change the wall to blue, no people', 'negative'],
    ['Add rain. '.repeat(60), 'too-long'],
  ])('for “%s”', (typed, tip) => {
    expect(tipFor(typed, { addsToPreset: false })).toBe(tip);
  });

  it('does not ask an addition to be a whole instruction', () => {
    expect(tipFor('the red coat of the woman', { addsToPreset: true })).toBeNull();
  });
});

describe('earlier prompts', () => {
  const made = (prompt: string, presetId: string | null, deletedAtMs: number | null = null) =>
    ({ recipe: { prompt, presetId }, deletedAtMs }) as Parameters<typeof pastPrompts>[0][number];

  it('are what was typed, newest first and once, and nothing that was deleted', () => {
    const fills = { product: 'the jar' };
    const entries = [
      made(promptFor(preset, 'Add steam', fills), preset.id),
      made(promptFor(preset, '', fills), preset.id),
      made('Add steam ', null),
      made('Add rain', null),
      made('Secret', null, 1),
      made('Of a preset that is gone', 'preset.gone'),
    ];
    const presetOf = (id: string) => (id === preset.id ? preset : null);
    expect(pastPrompts(entries, presetOf)).toEqual(['Add steam', 'Add rain']);
  });
});

describe('a preset of a result', () => {
  const made = { prompt: 'x', typed: '', strength: null, preset: null, picture: null };

  it.each([
    [
      'make the sky stormy and dark over the whole long valley. Keep it.',
      null,
      'Make the sky stormy and dark over',
    ],
    ['put {product: the jar} on wood', null, 'Put product on wood'],
    ['', preset, 'Shelf 2'],
    ['add steam', preset, 'Shelf: add steam'],
    ['', null, 'My preset'],
  ])('is called by its first words: %s', (typed, from, name) => {
    expect(presetFrom({ ...made, typed, preset: from })?.name).toBe(name);
  });

  it('is none where the prompt is longer than one can be', () => {
    expect(presetFrom({ ...made, prompt: 'x'.repeat(2_001) })).toBeNull();
  });
});
