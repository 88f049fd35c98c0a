import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { boundedSvg } from '#shared/images/bounded-svg.ts';
import { sniffMimeType } from '#shared/images/sniff.ts';

const bytesOf = (text: string) => new Uint8Array(Buffer.from(text, 'utf8'));
const bounded = (text: string) => Buffer.from(boundedSvg(bytesOf(text))).toString('utf8');

test.each([
  [
    '<svg width="1000000000" height="500000000"><g/></svg>',
    '<svg viewBox="0 0 1000000000 500000000" width="4096" height="2048"><g/></svg>',
  ],
  ["<svg width = '20000pt' viewBox='0 0 1 1'/>", '<svg width="4096" viewBox=\'0 0 1 1\'/>'],
  [
    '<?xml version="1.0"?>\n<!-- ä <svg> --><s:svg xmlns:s="http://www.w3.org/2000/svg" height="9e9" width="9e9">ü</s:svg>',
    '<?xml version="1.0"?>\n<!-- ä <svg> --><s:svg viewBox="0 0 9000000000 9000000000" xmlns:s="http://www.w3.org/2000/svg" height="4096" width="4096">ü</s:svg>',
  ],
])('brings %s to a size that can be drawn', (text, expected) => {
  expect(bounded(text)).toBe(expected);
});

test.each([
  '<svg xmlns="http://www.w3.org/2000/svg" width="8192" height="30"/>',
  '<svg viewBox="0 0 1000000000 1000000000"/>',
  '<svg width="100%" height="auto"/>',
  '<svg data-width="99999999" stroke-width="99999"/>',
  '<svg title="a > b"',
  '<svg width=99999999>',
])('leaves %s as it is', (text) => {
  expect(bounded(text)).toBe(text);
});

test('keeps the shape, whatever the size and its unit', () => {
  const side = fc.double({ min: 1, max: 1e12, noNaN: true });
  fc.assert(
    fc.property(side, side, fc.constantFrom('', 'px', 'mm', 'IN', 'em'), (width, height, unit) => {
      const text = bounded(`<svg width="${width}${unit}" height="${height}${unit}"/>`);
      const [a = Number.NaN, b = Number.NaN] = [
        ...text.matchAll(/(?:width|height)="(\d[\d.]*(?:e[+-]?\d+)?)/g),
      ].map(([, each]) => Number(each));
      expect(sniffMimeType(bytesOf(text))).toBe('image/svg+xml');
      expect(a / b / (width / height)).toBeCloseTo(1, 5);
    }),
  );
});
