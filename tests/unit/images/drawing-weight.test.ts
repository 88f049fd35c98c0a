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

test('what is written in comments, CDATA and instructions is no element, and hides none', () => {
  const hidden = (text: string) => `<svg><use href="#a"/><g id="a"/>${text}</svg>`;
  expect(weightOf(hidden('<!-- <g/> --><![CDATA[<g/>]]><?x <g/>?>'))).toBe(4);
  expect(weightOf(hidden('<![CDATA[<!--]]><g/><!-- --><?x <!-- ?><g/>'))).toBe(6);
});

test.each([
  ['comments that never end', '<!--'.repeat(200_000)],
  ['ends of none', '<!-- -->-->'.repeat(200_000)],
  ['elements that never end', '<a b="" '.repeat(200_000)],
  ['attributes that never end', `<a ${'b="" '.repeat(200_000)}`],
  ['white space', `<a${' '.repeat(500_000)}`],
])('takes a time that grows with the file alone: %s', (_, text) => {
  expect(weightOf(`<svg><use href="#a"/>${text}`)).toBeGreaterThan(0);
});

test('an id is read where it stands, and nowhere in the text of another attribute', () => {
  expect(weightOf(`<svg><g a=' id="b"' id = "c" /><use href='#c' /></svg>`)).toBe(4);
});

test('a chain of any depth is counted', () => {
  const depth = 20_000;
  const nested = Array.from({ length: depth }, (_, index) => `<g id="g${index}">`).join('');
  expect(weightOf(`<svg><use href="#g0"/>${nested}${'</g>'.repeat(depth)}</svg>`)).toBe(2 + 2 * depth);
  const using = Array.from(
    { length: depth },
    (_, index) => `<g id="h${index}"><use href="#h${index + 1}"/></g>`,
  );
  expect(weightOf(`<svg>${using.join('')}</svg>`)).toBe(1 + depth * (depth + 1));
});

test.each([
  '<svg><g id="a"><use href="#a"/></g></svg>',
  '<svg><g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g></svg>',
  '<svg><use href="#gone"/></svg></svg></g>',
  '<s:svg><!-- <use href="#x"> --><s:use href="other.svg#a"/></s:svg>',
])('comes to an end with %s', (text) => {
  expect(weightOf(text)).toBeLessThan(10);
});

const declaring = (entities: string, text: string) => `<!DOCTYPE svg [${entities}]><svg>${text}</svg>`;

test('entities that come to gigabytes weigh more than anything', () => {
  const levels = Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i + 1} "${`&l${i};`.repeat(10)}">`);
  expect(weightOf(declaring(`<!ENTITY l0 "lol">${levels.join('')}`, '<text>&l9;</text>'))).toBe(Infinity);
  const long = `<!ENTITY a "${'a'.repeat(50_000)}">`;
  expect(weightOf(declaring(long, '&a;'.repeat(50_000)))).toBe(Infinity);
});

test.each([
  ['that write others', '<!ENTITY % p "<!ENTITY a \'x\'>">%p;', ''],
  ['that write marks', '<!ENTITY a "&#60;use href=\'#a\'/>">', '&a;'],
  ['that hold each other', '<!ENTITY a "&b;&b;"><!ENTITY b "&a;&a;">', ''],
  ['without number', Array.from({ length: 2_000 }, (_, i) => `<!ENTITY e${i} "x">`).join(''), ''],
])('nor is one drawn with entities %s', (_, entities, text) => {
  expect(weightOf(declaring(entities, text))).toBe(Infinity);
});

test('entities as drawing programs write them change nothing', () => {
  const names = '<!ENTITY ns_svg "http://www.w3.org/2000/svg"><!ENTITY b "&a;"><!ENTITY a "b">';
  expect(weightOf(declaring(names, '<g xmlns="&ns_svg;">&b;</g>'))).toBe(0);
});

test('what is used is found behind entities and references to characters', () => {
  const used = '<g id="a"><rect/></g>';
  expect(weightOf(`<svg>${used}<use href="&#35;&#x61;"/></svg>`)).toBe(6);
  expect(weightOf(declaring('<!ENTITY e "#a">', `${used}<use href="&e;"/>`))).toBe(6);
  expect(weightOf(declaring(`<!ENTITY e "<use href='#a'/>">`, `${used}&e;&e;`))).toBeGreaterThanOrEqual(9);
});
