import type { FakeWorld } from './fake-world.ts';
import type { Member } from './members.ts';
import { type DrawnEffect, type DrawnPaint, type NodeData, structuredCopy } from './node-data.ts';
import { checkOverride } from './override-rules.ts';

/** A property that is kept as it is: read as a frozen copy, checked where Figma checks. */
export function propertyMember(world: FakeWorld, name: string): Member<unknown> {
  return {
    get: (data) =>
      name === 'fills' && data.properties.fills === 'mixed'
        ? world.mixed
        : deepFrozen(structuredCopy(data.properties[name])),
    set(data, next: unknown) {
      checkOverride(world.document, data, name);
      checks[name]?.(world, data, next);
      // Colours of one's own let go of the style that they came from.
      if (name === 'fills') data.properties.fillStyleId = '';
      data.properties[name] = structuredCopy(next);
      if (data.parentId) world.document.layOut(data.parentId);
    },
  };
}

type Check = (world: FakeWorld, data: NodeData, next: unknown) => void;

const checkOwnFont: Check = (world, { properties }) => checkFont(world, properties.fontName);

/** What Figma asks of a new value, where it asks for more than its type. */
const checks: Readonly<Record<string, Check>> = {
  fills: (world, _data, next) => checkPaints(world, 'fills', next),
  strokes: (world, _data, next) => checkPaints(world, 'strokes', next),
  effects: (_world, _data, next) => checkEffects(next as DrawnEffect[]),
  layoutPositioning: checkPositioning,
  fontName: (world, _data, next) => checkFont(world, next),
  fontSize: checkOwnFont,
  characters: checkOwnFont,
  fillStyleId() {
    throw new Error('in set_fillStyleId: use setFillStyleIdAsync');
  },
};

function checkPaints(world: FakeWorld, name: string, paints: unknown): void {
  if (!Array.isArray(paints)) throw new Error(`in set_${name}: Expected an array`);
  for (const paint of paints as readonly DrawnPaint[]) {
    const isKnown = paint.type === 'SOLID' || (paint.type === 'IMAGE' && world.images.has(paint.imageHash));
    if (!isKnown) throw new Error(`in set_${name}: Property "${name}" failed validation`);
  }
}

function checkEffects(effects: readonly DrawnEffect[]): void {
  if (!effects.every(({ type }) => type === 'DROP_SHADOW' || type === 'LAYER_BLUR'))
    throw new Error('in set_effects: Property "effects" failed validation');
}

function checkFont(world: FakeWorld, font: unknown): void {
  const { family, style } = font as { family: string; style: string };
  if (!world.fonts.has(`${family} ${style}`)) {
    throw new Error(`in set_characters: Cannot write to node with unloaded font "${family} ${style}"`);
  }
}

function checkPositioning(world: FakeWorld, data: NodeData, next: unknown): void {
  const mode = data.parentId && world.document.get(data.parentId).properties.layoutMode;
  const isInAutoLayout = mode !== undefined && mode !== null && mode !== 'NONE';
  if (next === 'ABSOLUTE' && !isInAutoLayout) {
    throw new Error(
      'in set_layoutPositioning: Can only set layoutPositioning = ABSOLUTE if the parent node has layoutMode !== NONE',
    );
  }
}

function deepFrozen<T>(part: T): T {
  if (typeof part === 'object' && part !== null) {
    for (const inner of Object.values(part)) deepFrozen(inner);
    Object.freeze(part);
  }
  return part;
}
