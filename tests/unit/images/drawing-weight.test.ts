import { expect, test } from 'vitest';
import { drawingWeight } from '#shared/images/drawing-weight.ts';

const weightOf = (text: string) => drawingWeight(new Uint8Array(Buffer.from(text, 'utf8')));

test('an SVG that uses nothing has no weight to speak of', () => {
  expect(weightOf(`<svg>${'<g/>'.repeat(5_000)}</svg>`)).toBe(0);
});

test('what is used counts as often as it is used', () => {
  const body = '<defs><g id="a"><rect/><rect/></g></defs><use href="#a"/><use xlink:href=\'#a\'/>';
  // svg, defs, g and its two, the two uses, and twice three more.
  expect(weightOf(`<svg>${body}</svg>`)).toBe(13);
});

test('groups that use each other tenfold are counted and not walked', () => {
  const group = (index: number) => `<g id="g${index + 1}">${`<use href="#g${index}"/>`.repeat(10)}</g>`;
  const groups = Array.from({ length: 30 }, (_, index) => group(index)).join('');
  expect(weightOf(`<svg><rect id="g0"/>${groups}</svg>`)).toBeGreaterThan(1e29);
});

test.each([
  '<svg><g id="a"><use href="#a"/></g></svg>',
  '<svg><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>',
  '<svg><use href="#gone"/></svg></svg></g>',
  '<s:svg><!-- <use href="#x"> --><s:use href="other.svg#a"/></s:svg>',
])('comes to an end with %s', (text) => {
  expect(weightOf(text)).toBeLessThan(10);
});
