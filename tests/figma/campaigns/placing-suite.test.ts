import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { rounds } from '../../campaign.ts';
import { flat } from '../../fakes/figma/drawings.ts';
import { createNodeVm } from '../../fakes/figma/node-vm.ts';
import type { Drawing } from '../../fakes/figma/sandbox/drawing.ts';
import { apply, boundsOf } from '../../fakes/figma/sandbox/matrix.ts';
import type { Seen } from '../../fakes/figma/sandbox/seen.ts';
import { createSandboxVm } from '../../fakes/figma/sandbox-vm.ts';
import { openPlacing, type PlacingStage } from '../placing-stage.ts';

const kinds = [
  ...['FRAME', 'RECTANGLE', 'ELLIPSE', 'POLYGON', 'STAR', 'VECTOR', 'TEXT', 'TEXT_PATH', 'SLICE', 'SLOT'],
  ...['GROUP', 'BOOLEAN_OPERATION', 'TRANSFORM_GROUP', 'INSTANCE', 'COMPONENT', 'COMPONENT_SET', 'SECTION'],
] as const;
const degrees = [0, 30, 90, 217] as const;
const surroundings = ['plain', 'clipped', 'masked', 'auto-layout', 'instance', 'section'] as const;
const ways = ['above', 'fill', 'beside', 'grid'] as const;
type Case = {
  kind: (typeof kinds)[number];
  rotation: (typeof degrees)[number];
  around: (typeof surroundings)[number];
  way: (typeof ways)[number];
};

/** Sections lie on pages and in sections, upright; instances hold no main components. */
function canBe({ kind, rotation, around }: Case): boolean {
  if (kind === 'SECTION') return rotation === 0 && (around === 'plain' || around === 'section');
  return around !== 'instance' || !(kind.startsWith('COMPONENT') || kind === 'SLOT');
}

const cases: Case[] = kinds
  .flatMap((kind) =>
    degrees.flatMap((rotation) =>
      surroundings.flatMap((around) => ways.map((way) => ({ kind, rotation, around, way }))),
    ),
  )
  .filter(canBe);

const child = (name: string, rotation = 0): Drawing => ({
  ...{ type: 'RECTANGLE', name, x: 12, y: 8, width: 90, height: 60, rotation, properties: flat(0, 1, 0) },
});

function source({ kind, rotation }: Case): Drawing {
  const at = { type: kind, name: 'Photo', x: 140, y: 70 };
  if (kind === 'GROUP' || kind === 'BOOLEAN_OPERATION') {
    return { ...at, rotation, children: [child('One', 20), { ...child('Two'), x: 160 }] };
  }
  const isHolder = kind === 'FRAME' || kind === 'INSTANCE' || kind === 'SLOT' || kind === 'TRANSFORM_GROUP';
  const component = { type: 'COMPONENT', children: [child('Inner')] };
  return {
    ...at,
    ...{ width: 210, height: 130, rotation },
    properties: kind === 'SLICE' || kind === 'TRANSFORM_GROUP' ? {} : flat(1, 0, 0),
    children: isHolder ? [child('Inner')] : kind === 'COMPONENT_SET' ? [component] : [],
  };
}

function drawing(one: Case): Drawing {
  const inner = source(one);
  const sibling = { ...child('Sibling'), x: 420 };
  const frame = { type: 'FRAME', x: 33, y: 21, width: 300, height: 180, rotation: 11 };
  if (one.around === 'clipped') return { ...frame, children: [sibling, inner] };
  if (one.around === 'instance') return { ...frame, type: 'INSTANCE', children: [sibling, inner] };
  if (one.around === 'section') return { type: 'SECTION', x: 500, y: 300, children: [sibling, inner] };
  if (one.around === 'auto-layout') {
    const properties = { layoutMode: 'HORIZONTAL', itemSpacing: 9 };
    return { ...frame, properties, children: [sibling, inner, child('Last')] };
  }
  if (one.around === 'plain') return inner;
  const mask = { ...child('Mask'), properties: { ...flat(0, 0, 0), isMask: true } };
  return { type: 'GROUP', children: [mask, inner, sibling] };
}

let stage: PlacingStage;

const boxOf = ({ absoluteTransform, width, height }: Seen) => boundsOf(absoluteTransform, width, height);
const treeOf = (id: string): Seen[] => [stage.see(id), ...stage.see(id).childIds.flatMap(treeOf)];

/** Everything about where a layer lies, and nothing of what it shows. */
const layOf = ({ id, type, width, height, absoluteTransform, parentId }: Seen) =>
  JSON.stringify({ id, type, width, height, absoluteTransform, parentId });

/** Its corners on the canvas, one after the other: x, then y. */
function cornersOf({ absoluteTransform, width, height }: Seen): number[] {
  const at = [0, width].flatMap((x) => [0, height].map((y) => apply(absoluteTransform, x, y)));
  return at.flat();
}

/** Every corner within a hundredth of a pixel; elsewhere too, once it is moved back. */
function expectRightBox(one: Case, where: string, result: Seen, source: Seen): void {
  const [corners, wanted] = [cornersOf(result), cornersOf(source)];
  const [box, got] = [boxOf(source), boxOf(result)];
  const isAway = where === 'beside' || where === 'grid';
  const moved = isAway ? [got.x - box.x, got.y - box.y] : [0, 0];
  for (const [at, part] of corners.entries())
    expect(Math.abs(part - (wanted[at] ?? 0) - (moved[at % 2] ?? 0))).toBeLessThan(0.01);
  if (where === 'beside') expect(got.y).toBeCloseTo(box.y, 2);
  if (isAway) expect(got.x).toBeGreaterThan(box.x + box.width);
  expect(where.startsWith(one.way) || (one.way === 'fill' && where.startsWith('above'))).toBe(true);
}

async function check(one: Case): Promise<void> {
  const { photo } = stage.drawAround(drawing(one));
  stage.figma.draw({ ...child('Neighbour'), x: 900, y: 60 });
  const before = stage.figma.file();
  const layBefore = treeOf(stage.figma.page()).map(layOf);
  const source = stage.see(photo);
  const cell = one.way === 'grid' ? { gridId: 'g', index: 1, count: 3, label: 'Film noir' } : null;

  const { result, where } = await stage.place(photo, { way: one.way, cell });

  expectRightBox(one, where, result, source);
  const lay = new Set(treeOf(stage.figma.page()).map(layOf));
  expect(layBefore.filter((one) => !lay.has(one))).toEqual([]);
  expect(stage.figma.undoSteps()).toBe(1);
  stage.figma.undo();
  expect(stage.figma.file()).toBe(before);
  for (const id of stage.see(stage.figma.page()).childIds) stage.figma.remove(id);
}

const engines = [
  { engine: 'QuickJS', createVm: createSandboxVm, count: rounds({ sample: 150, all: cases.length }) },
  { engine: 'node:vm', createVm: createNodeVm, count: rounds({ sample: 80, all: cases.length }) },
];

describe.each(engines)(`$count of ${cases.length} ways to place a result, in $engine`, (one) => {
  const { engine, createVm, count } = one;

  beforeAll(async () => {
    stage = await openPlacing({ createVm });
  });

  afterAll(() => stage.close());

  test('its box, everything else, and one undo', async () => {
    const [chosen = []] = fc.sample(fc.shuffledSubarray(cases, { minLength: count, maxLength: count }), 1);
    for (const one of chosen) {
      await check(one).catch((error: unknown) => {
        throw new Error(`${JSON.stringify(one)}: ${error instanceof Error ? error.message : error}`);
      });
    }
    expect(chosen).toHaveLength(count);
    console.info(`placing suite in ${engine}: ${chosen.length} of ${cases.length} cases`);
  }, 600_000);
});
