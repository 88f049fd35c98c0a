import ts from 'typescript';
import { expect, test } from 'vitest';
import { list, read, sourceFiles } from './source-tree.ts';

const mostLines = 60;

/** Longer ones that wait to be split: out of the list with each as soon as it is. */
const waiting: ReadonlySet<string> = new Set([]);

type Found = { name: string; lines: number };

/** Functions of a file with their lines from the first to the closing brace, blank ones and comments too. */
function functionsIn(path: string): Found[] {
  const file = ts.createSourceFile(path, read(path), ts.ScriptTarget.Latest, true);
  const lineAt = (position: number) => file.getLineAndCharacterOfPosition(position).line;
  const found: Found[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body)
      found.push({ name: nameOf(node), lines: lineAt(node.end) - lineAt(node.getStart(file)) + 1 });
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.map((each) => ({ ...each, name: `${path}: ${each.name}` }));
}

function nameOf({ name, parent }: ts.SignatureDeclaration): string {
  const holder =
    name ?? (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) ? parent.name : null);
  return holder?.getText() ?? 'a function without a name';
}

/** What tests tell of one thing may be as long as it is: they are read case by case. */
const files = sourceFiles.filter((path) => /\.[cm]?[jt]sx?$/.test(path) && !/\.test\.tsx?$/.test(path));
const tooLong = files.flatMap(functionsIn).filter(({ lines }) => lines > mostLines);

test(`no function has more than ${mostLines} lines`, () => {
  const unexpected = tooLong.filter(({ name }) => !waiting.has(name));
  const named = list(unexpected.map(({ name, lines }) => `${lines} lines: ${name}`));
  expect(unexpected, `Find what each of these does beside its first thing:${named}`).toEqual([]);
});

test('what waits to be split is still too long', () => {
  const names = new Set(tooLong.map(({ name }) => name));
  const done = [...waiting].filter((name) => !names.has(name));
  expect(done, `Take these out of the list above:${list(done)}`).toEqual([]);
});
