import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestOf, parseSrcset } from '#shared/capture/srcset.ts';

const urls = (text: string) => parseSrcset(text).map(({ url }) => url);

describe('a srcset', () => {
  it.each<[string, string, string[]]>([
    ['one address', 'a.jpg', ['a.jpg']],
    ['widths', 'a.jpg 300w, b.jpg 600w', ['a.jpg', 'b.jpg']],
    ['no space behind the comma', 'a.jpg 1x,b.jpg 2x', ['a.jpg', 'b.jpg']],
    [
      'commas within an address',
      'https://x/w_300,h_200/a.jpg 300w, b.jpg 600w',
      ['https://x/w_300,h_200/a.jpg', 'b.jpg'],
    ],
    ['a data address', 'data:image/gif;base64,R0lG 1x, b.jpg 2x', ['data:image/gif;base64,R0lG', 'b.jpg']],
    ['addresses without descriptors', 'a.jpg, b.jpg', ['a.jpg', 'b.jpg']],
    ['stray commas and lines', ' ,, a.jpg 1x ,\n\t b.jpg 2x , ', ['a.jpg', 'b.jpg']],
    ['descriptors nobody knows', 'a.jpg 300q, b.jpg 2x', ['b.jpg']],
    ['a width and a height', 'a.jpg 300w 200h', ['a.jpg']],
    ['a comma in parentheses', 'a.jpg (1,2), b.jpg 2x', ['b.jpg']],
    ['nothing', ' , ', []],
  ])('reads %s', (_, text, expected) => expect(urls(text)).toEqual(expected));

  it('gives back whatever widths were written', () => {
    const widths = fc.uniqueArray(fc.integer({ min: 1, max: 9999 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(widths, fc.constantFrom(', ', ' , ', ',\n'), (each, comma) => {
        const text = each.map((width) => `/p/${width},c.jpg ${width}w`).join(comma);
        expect(parseSrcset(text).map(({ widthPx }) => widthPx)).toEqual(each);
        expect(largestOf(parseSrcset(text))?.widthPx).toBe(Math.max(...each));
      }),
    );
  });

  it('never runs away, whatever is written', () => {
    fc.assert(fc.property(fc.string(), (text) => parseSrcset(text).length <= text.length));
  });
});
