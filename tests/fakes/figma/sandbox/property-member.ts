import type { FakeWorld } from './fake-world.ts';
import { type NodeData, type Paint, structuredCopy } from './node-data.ts';
import type { Member } from './node-members.ts';

/** A property that is kept as it is: read as a frozen copy, checked where Figma checks. */
export function propertyMember(world: FakeWorld, name: string): Member {
  return {
    get: (data) => deepFrozen(structuredCopy(data.properties[name])),
    set(data, next: unknown) {
      if (name === 'fills') checkFills(world, next as Paint[]);
      if (name === 'layoutPositioning') checkPositioning(world, data, next);
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
