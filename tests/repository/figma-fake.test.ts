import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test } from 'vitest';
import { createControl } from '../fakes/figma/sandbox/control.ts';
import { FakeWorld } from '../fakes/figma/sandbox/fake-world.ts';
import { type FakeType, fakeTypes } from '../fakes/figma/sandbox/node-data.ts';
import { membersOf } from '../fakes/figma/sandbox/node-members.ts';
import { startPluginLife } from '../fakes/figma/sandbox/plugin-life.ts';
import { root } from './source-tree.ts';

const main = join(root, 'figma-plugin/main');

/** The plugin's main thread, as it is checked against Figma's typings. */
function readProgram(): ts.Program {
  const path = join(main, 'tsconfig.json');
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, main);
  return ts.createProgram(fileNames, options);
}

/** `RECTANGLE.resize`, `UIAPI.postMessage`: what of Figma's is used, on which kind of node or interface. */
function usedMembers(program: ts.Program): Set<string> {
  const checker = program.getTypeChecker();
  const used = new Set<string>();
  const isFigmas = (symbol: ts.Symbol | undefined) =>
    symbol?.declarations?.some((one) => one.getSourceFile().fileName.includes('@figma/plugin-typings'));

  /** Every kind of node that a value may be here, by what was asked before. */
  function note(type: ts.Type, name: string): void {
    for (const one of partsOf(type))
      if (isFigmas(checker.getPropertyOfType(one, name))) used.add(`${ownerOf(one)}.${name}`);
  }

  /** What an asked-for kind is made of: a node "with children" may be none of its kind. */
  const partsOf = (type: ts.Type): ts.Type[] =>
    type.isUnionOrIntersection() ? type.types.flatMap(partsOf) : [type];

  function ownerOf(type: ts.Type): string {
    const kind = checker.getPropertyOfType(type, 'type');
    const value = kind && checker.getTypeOfSymbol(kind);
    return value?.isStringLiteral() ? value.value : (type.aliasSymbol?.name ?? type.symbol?.name ?? '');
  }

  function visit(node: ts.Node): void {
    if (ts.isPropertyAccessExpression(node)) note(checker.getTypeAtLocation(node.expression), node.name.text);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const { text } = (node.propertyName ?? node.name) as ts.Identifier;
      note(checker.getTypeAtLocation(node.parent), text);
    }
    ts.forEachChild(node, visit);
  }

  for (const file of program.getSourceFiles()) if (file.fileName.startsWith(main)) visit(file);
  return used;
}

/** What Figma's typings say that each kind of node has. */
function typedMembers(program: ts.Program): Map<string, Set<string>> {
  const checker = program.getTypeChecker();
  const kinds = new Map<string, Set<string>>();
  const typings = program.getSourceFiles().find(({ fileName }) => fileName.endsWith('/plugin-api.d.ts'));
  for (const statement of typings?.statements ?? []) {
    if (!ts.isInterfaceDeclaration(statement) || !statement.name.text.endsWith('Node')) continue;
    const type = checker.getTypeAtLocation(statement.name);
    const kind = checker.getPropertyOfType(type, 'type');
    const value = kind && checker.getTypeOfSymbol(kind);
    const names = type.getProperties().map(({ name }) => name);
    if (value?.isStringLiteral()) kinds.set(value.value, new Set(names));
  }
  return kinds;
}

/** A cell of a table is in no selection. */
const isNode = (type: FakeType) => type !== 'TABLE_CELL';

const host = { post: () => {}, onShow: () => {}, onResize: () => {}, onEnd: () => {} };

let program: ts.Program;

beforeAll(() => {
  program = readProgram();
});

test('the fake of Figma has all that the plugin uses, on every kind of layer that it knows', () => {
  const world = new FakeWorld(async () => new Uint8Array());
  const { draw } = createControl(world);
  const { figma } = startPluginLife(world, host);
  const apis: Readonly<Record<string, object>> = {
    PluginAPI: figma,
    UIAPI: figma.ui,
    ClientStorageAPI: figma.clientStorage,
    ViewportAPI: figma.viewport,
    VariablesAPI: figma.variables,
    ParametersAPI: figma.parameters,
  };
  const partOf = (owner: string): object | null => {
    if (owner === 'DOCUMENT') return figma.root;
    return fakeTypes.includes(owner as FakeType)
      ? world.facade(draw({ type: owner }))
      : (apis[owner] ?? null);
  };

  const used = [...usedMembers(program)];
  const missing = used.filter((one) => {
    const [owner = '', name = ''] = one.split('.');
    const part = partOf(owner);
    return part && !(name in part);
  });
  expect(missing).toEqual([]);
  for (const one of ['PluginAPI.createImage', 'RECTANGLE.resize', 'PAGE.selection', 'INSTANCE.fills'])
    expect(used).toContain(one);
});

test('the fake of Figma has nothing that Figma’s typings do not have', () => {
  const world = new FakeWorld(async () => new Uint8Array());
  const { draw } = createControl(world);
  const kinds = typedMembers(program);
  const invented = fakeTypes.filter(isNode).flatMap((type) => {
    const id = type === 'DOCUMENT' ? world.document.rootId : draw({ type });
    const names = Object.keys(membersOf(world, world.document.get(id)));
    return names.filter((name) => !kinds.get(type)?.has(name)).map((name) => `${type}.${name}`);
  });
  expect(invented).toEqual([]);
});
