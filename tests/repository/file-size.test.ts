import { expect, test } from 'vitest';
import { list, read, sourceFiles } from './source-tree.ts';

const medianLines = 60;
const longLines = 150;
const mostLines = 250;
const longShare = 0.05;

const files = sourceFiles
  .map((path) => ({ path, lines: read(path).trimEnd().split('\n').length }))
  .sort((a, b) => a.lines - b.lines);
const named = (longer: typeof files) => list(longer.map(({ path, lines }) => `${lines} lines: ${path}`));

test(`no file has more than ${mostLines} lines`, () => {
  const tooLong = files.filter(({ lines }) => lines > mostLines);
  expect(
    tooLong,
    `Find the second thing that each of these does, and give it a file:${named(tooLong)}`,
  ).toEqual([]);
});

test(`at most one file in twenty has more than ${longLines} lines`, () => {
  const long = files.filter(({ lines }) => lines > longLines);
  const message = `Long files are for what cannot be told in parts. These are too many:${named(long)}`;
  expect(long.length / files.length, message).toBeLessThanOrEqual(longShare);
});

test(`the median file has at most ${medianLines} lines`, () => {
  const median = files[Math.floor(files.length / 2)]?.lines;
  expect(median, 'Files have grown as a whole: look at what was added last.').toBeLessThanOrEqual(
    medianLines,
  );
});
