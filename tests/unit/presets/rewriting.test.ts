import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { placeholdersOf } from '#shared/presets/placeholders.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { tipFor } from '#shared/presets/prompt-tips.ts';
import { rewritePrompt } from '#shared/presets/rewriting/rewrite-prompt.ts';
import { keptByPreset } from '#shared/presets/rewriting/what-stays.ts';

const builtIn = (slug: string) => builtInPresets.find(({ id }) => id === `builtin.${slug}`) as Preset;
const noir = builtIn('film-noir');
const stays = 'Keep the composition, the faces and any text exactly the same.';

describe('a prompt on its own', () => {
  it.each([
    ['a castle in the mist', `Change this picture so that it shows a castle in the mist. ${stays}`],
    ['an oil painting of a harbour', `Turn this picture into an oil painting of a harbour. ${stays}`],
    ['moody and dark', `Give this picture a moody, dark look. ${stays}`],
    ['warmer colours, film grain', `Give this picture warmer colours and film grain. ${stays}`],
    ['in the style of a Bauhaus poster', `Restyle this picture in the style of a Bauhaus poster. ${stays}`],
    ['I want the sky to be darker', `Make the sky darker. ${stays}`],
    ['Could you please remove the man?', `Remove the man. ${stays}`],
    ['make it darker', `Make this picture darker. ${stays}`],
    ['can you make it rain', `Add rain. ${stays}`],
    ['make this wall blue', `Make this wall blue. ${stays}`],
    ['the label must not change', 'Keep the label exactly the same.'],
    ['don’t change the label', 'Keep the label exactly the same.'],
    ['Change the wall to blue, no people', `Change the wall to blue. Remove any people. ${stays}`],
    [
      'Turn it into a comic without changing the faces',
      'Turn this picture into a comic. Keep the faces exactly the same.',
    ],
    ['Add rain. add rain', `Add rain. ${stays}`],
    [
      'Replace the word “SALE” with “NEW”',
      'Replace the word “SALE” with “NEW”. Keep the composition and the faces exactly the same.',
    ],
    [
      'Change the faces to smile. Keep the faces and the poses.',
      'Change the faces to smile. Keep the poses exactly the same.',
    ],
  ])('%s', (typed, text) => {
    expect(rewritePrompt(typed, null)?.text).toBe(text);
  });

  it.each([
    ['is good already', 'Turn the day into night. Keep the people as they are.'],
    ['is good but for its form', 'turn the day into night,  keep the people'],
    ['points at something unsaid', 'the red coat of the woman'],
    ['is no English', 'Mach den Himmel dunkler'],
    ['is no English either', '空をもっと暗く'],
    ['is empty', '  '],
  ])('stays as it is where it %s', (_, typed) => {
    expect(rewritePrompt(typed, null)).toBeNull();
  });
});

describe('an addition to a preset', () => {
  it('is asked to be an instruction, and not to say what the preset says', () => {
    expect(rewritePrompt('a red scarf. keep the faces', noir)).toEqual({
      text: 'Add a red scarf.',
      rules: ['instruction', 'said'],
      letGo: [],
    });
    expect(rewritePrompt('Keep the composition and any text.', noir)?.text).toBe('');
  });

  it('that changes what the preset keeps says what stays apart from that', () => {
    const rewriting = rewritePrompt('change the clothes to raincoats', noir);
    expect(rewriting?.letGo).toEqual(['their clothes']);
    expect(rewriting?.text).toBe(
      'Change the clothes to raincoats. Apart from that, keep the composition, the people, the faces, the background objects and any text exactly as they are.',
    );
  });

  it('is measured by each preset’s own sentences', () => {
    expect(rewritePrompt('make the colours warmer', builtIn('white-studio'))?.letGo).toEqual(['colours']);
    expect(rewritePrompt('Make the colours warmer', noir)).toBeNull();
    for (const { name, prompt } of builtInPresets) {
      expect(keptByPreset(prompt).length, name).toBeGreaterThan(2);
    }
  });
});

describe('whatever is typed', () => {
  const phrase = fc.constantFrom(
    'a castle',
    'make it darker',
    'no people',
    'keep the faces',
    'the sky should be dark',
    'please add rain',
    'I want more contrast',
    'change the clothes to red',
    'without any text',
    'moody',
    'Put {product: the jar. ok} on wood',
    'replace the background',
    'don’t touch the logo',
    'in the style of Monet',
    'people walking',
    '{thing}',
    'it',
    '',
  );
  const typed = fc
    .array(fc.tuple(phrase, fc.constantFrom('. ', ', ', ' ', '\n', '! ', ' and ')), { maxLength: 5 })
    .map((parts) => parts.flat().join(''));
  const preset = fc.constantFrom(null, ...builtInPresets);

  it('the rules are done after one time, and lose no placeholder', () => {
    fc.assert(
      fc.property(fc.oneof(typed, fc.string()), preset, (text, beside) => {
        const rewriting = rewritePrompt(text, beside);
        if (!rewriting) return;
        expect(rewritePrompt(rewriting.text, beside), rewriting.text).toBeNull();
        expect(placeholdersOf(rewriting.text)).toEqual(placeholdersOf(text));
      }),
      { numRuns: 400 },
    );
  });

  it('nothing is offered where a placeholder would be lost', () => {
    const text = 'don’t touch the logo and change the clothes to red Put {product: the jar. ok} on wood';
    expect(rewritePrompt(text, null)).toBeNull();
  });

  it.each([
    'a castle in the mist',
    'make it a lot darker',
    'Replace the sky with a sunset',
    'a street without people',
  ])('nothing is left to be said of “%s”', (text) =>
    expect(tipFor(rewritePrompt(text, null)?.text ?? '', { addsToPreset: false })).toBeNull(),
  );
});
