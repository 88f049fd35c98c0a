import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { shortClassNames } from '../../../scripts/build/class-names.ts';
import { root } from '../../../scripts/build/run.ts';

const folders = ['extension', 'shared'];
const sheets = folders.flatMap((folder) => globSync(`${folder}/**/*.module.css`, { cwd: root }));

/** Each class of each sheet, by the name that a build gives it. */
function named(paths: readonly string[]): Record<string, string> {
  const nameOf = shortClassNames(folders);
  const pairs = paths.flatMap((path) => {
    const css = readFileSync(`${root}${path}`, 'utf8');
    const classes = new Set([...css.matchAll(/\.([a-z]\w*)/gi)].map(([, name = '']) => name));
    return [...classes].map((name) => [`${path} ${name}`, nameOf(name, `${root}${path}`, css)] as const);
  });
  return Object.fromEntries(pairs);
}

test('no two classes share a short name, whatever sheet they are of', () => {
  const names = Object.values(named(sheets));
  expect(names.length).toBeGreaterThan(300);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+\d+$/);
});

test('a class has the same name in every build, in whatever order the sheets are read', () => {
  expect(named(sheets.toReversed())).toEqual(named(sheets));
});
