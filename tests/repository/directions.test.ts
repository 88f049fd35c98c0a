import { describe, expect, test } from 'vitest';
import { type Import, importsOf, reachableFrom } from './imports.ts';
import { list, sourceFiles } from './source-tree.ts';

/** Files at the top level (package.json) belong to all. */
const imports = sourceFiles.flatMap(importsOf).filter(({ to }) => to.includes('/'));
const named = (wrong: readonly Import[]) => list(wrong.map(({ from, to }) => `${from} -> ${to}`));

/** What each part may import of ours, beside itself. */
const allowed = {
  shared: [],
  extension: ['shared'],
  'figma-plugin': ['shared'],
  relay: ['shared'],
};

describe.each(Object.entries(allowed))('%s', (part, others) => {
  test(`imports only ${[part, ...others].join(' and ')}`, () => {
    const own = imports.filter(({ from }) => from.startsWith(`${part}/`));
    const wrong = own.filter(({ to }) => ![part, ...others].some((folder) => to.startsWith(`${folder}/`)));
    expect(own, `${part}/ has no import at all: does this test look at the right folder?`).not.toEqual([]);
    expect(
      wrong,
      `What both need belongs in shared/, behind a port if it knows a host:${named(wrong)}`,
    ).toEqual([]);
  });
});

/** Parts within a part that one side keeps away from. */
const apart: readonly [inside: RegExp, away: RegExp, why: string][] = [
  [/^shared\/(?!ui\/|web\/)/, /^shared\/(ui|web)\//, 'The core runs where there is no page'],
  [/^shared\/web\//, /^shared\/ui\//, 'What is stored shows nothing'],
  [/^relay\/studio\//, /^relay\/(?!studio\/)/, 'A page of the relay knows it by its answers only'],
  [/^relay\/(?!studio\/)/, /^relay\/studio\//, 'The relay serves its pages as built files'],
];

test.each(apart)('%s imports nothing of %s', (inside, away, why) => {
  const own = imports.filter(({ from }) => inside.test(from));
  const wrong = own.filter(({ to }) => away.test(to));
  expect(own, 'It has no import at all: does this test look at the right folder?').not.toEqual([]);
  expect(wrong, `${why}:${named(wrong)}`).toEqual([]);
});

test('no feature of the extension imports another', () => {
  const featureOf = (path: string) => /^extension\/features\/([^/]+)\//.exec(path)?.[1];
  const wrong = imports.filter(({ from, to }) => {
    const [own, other] = [featureOf(from), featureOf(to)];
    return own !== undefined && other !== undefined && own !== other;
  });
  const cure = 'Let them talk by messages, or move what both need to extension/platform/ or shared/';
  expect(wrong, `${cure}:${named(wrong)}`).toEqual([]);
});

test("Figma's main thread never reaches zod", () => {
  const reached = reachableFrom('figma-plugin/main/index.ts');
  expect(reached.size, 'The entry imports nothing: has it moved?').toBeGreaterThan(1);
  expect([...reached], 'It has no URL and no atob, and pays for every kilobyte.').not.toContain(
    'shared/zod.ts',
  );
});
