import type { FakeWorld } from './fake-world.ts';
import { type NodeData, type Paint, structuredCopy } from './node-data.ts';
import type { Member } from './node-members.ts';

/** A property that is kept as it is: read as a frozen copy, checked where Figma checks. */
export function propertyMember(world: FakeWorld, name: string): Member {
  return {
    get: (data) =>
      name === 'fills' && data.properties.fills === 'mixed'
        ? world.mixed
        : deepFrozen(structuredCopy(data.properties[name])),
    set(data, next: unknown) {
      if (name === 'fills') checkFills(world, next as Paint[]);
      if (name === 'layoutPositioning') checkPositioning(world, data, next);
      if (fontProperties.has(name)) checkFont(world, name === 'fontName' ? next : data.properties.fontName);
      if (name === 'fillStyleId') throw new Error('in set_fillStyleId: use setFillStyleIdAsync');
      // Colours of one's own let go of the style that they came from.
      if (name === 'fills') data.properties.fillStyleId = '';
      data.properties[name] = structuredCopy(next);
      if (data.parentId) world.document.layOut(data.parentId);
    },
  };
}

function checkFills(world: FakeWorld, fills: Paint[]): void {
  if (!Array.isArray(fills)) throw new Error('in set_fills: Expected an array');
  for (const { type, imageHash } of fills) {
    const isKnown = type === 'SOLID' || (type === 'IMAGE' && world.images.has(imageHash));
    if (!isKnown) throw new Error('in set_fills: Property "fills" failed validation');
  }
}

const fontProperties: ReadonlySet<string> = new Set(['characters', 'fontName', 'fontSize']);

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
