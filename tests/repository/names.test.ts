import { expect, test } from 'vitest';
import { list, sourceFiles } from './source-tree.ts';

/** Names that say nothing about what is inside, so that everything ends up there. */
const empty = /(^|\/)(utils?|helpers?|types|common|misc)(\.[^/]*)?(\/|$)/;

test('no file or folder has a name that would fit any other', () => {
  const vague = sourceFiles.filter((path) => empty.test(path));
  expect(vague, `Name each after its main export, or after what its files share:${list(vague)}`).toEqual([]);
});
