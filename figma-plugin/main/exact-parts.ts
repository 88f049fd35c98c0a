import type { Part } from '../bridge/layer.ts';
import { findLayer } from './find-layer.ts';
import type { Placed } from './picture-layer.ts';

/** More than this nobody ticks one by one. */
const maxParts = 40;

/** Layers within a layer that can be kept as they are: in the order they are drawn, topmost last. */
export async function listParts(nodeId: string): Promise<Part[]> {
  return partsOf(await findLayer(nodeId)).map(({ id, name, type }) => ({
    nodeId: id,
    name,
    isText: type === 'TEXT',
  }));
}

export function exactParts(layer: SceneNode, exactIds: readonly string[]): Placed[] {
  return exactIds.length === 0 ? [] : partsOf(layer).filter(({ id }) => exactIds.includes(id));
}

/** The first of them: a frame may hold thousands, and looking at all would freeze Figma. */
function partsOf(layer: SceneNode): Placed[] {
  const parts: Placed[] = [];
  collectParts(layer, parts);
  return parts;
}

/** An instance is one part. A part of a boolean shape or a mask is none: alone it looks different. */
function collectParts(layer: SceneNode, parts: Placed[]): void {
  if (!('children' in layer) || layer.type === 'BOOLEAN_OPERATION') return;
  for (const child of layer.children) {
    if (parts.length === maxParts) return;
    if (!child.visible || !('absoluteTransform' in child) || ('isMask' in child && child.isMask)) continue;
    const { type } = child;
    if (type === 'FRAME' || type === 'GROUP' || type === 'SECTION') collectParts(child, parts);
    else if (type !== 'COMPONENT' && type !== 'COMPONENT_SET') parts.push(child);
  }
}
