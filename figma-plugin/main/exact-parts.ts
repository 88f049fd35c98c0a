import type { Part } from '../bridge/layer.ts';
import { findLayer } from './find-layer.ts';
import type { Placed } from './picture-layer.ts';

/** More than this nobody ticks one by one. */
const maxParts = 40;

/** Layers within a layer that can be kept as they are: in the order they are drawn, topmost last. */
export async function listParts(nodeId: string): Promise<Part[]> {
  const parts = partsOf(await findLayer(nodeId)).slice(0, maxParts);
  return parts.map(({ id, name, type }) => ({ nodeId: id, name, isText: type === 'TEXT' }));
}

export function exactParts(layer: SceneNode, exactIds: readonly string[]): Placed[] {
  return exactIds.length === 0 ? [] : partsOf(layer).filter(({ id }) => exactIds.includes(id));
}

/** An instance is one part. A part of a boolean shape or a mask is none: alone it looks different. */
function partsOf(layer: SceneNode): Placed[] {
  if (!('children' in layer) || layer.type === 'BOOLEAN_OPERATION') return [];
  return layer.children.flatMap((child): Placed[] => {
    if (!child.visible || !('absoluteTransform' in child) || ('isMask' in child && child.isMask)) return [];
    const isHolder = child.type === 'FRAME' || child.type === 'GROUP' || child.type === 'SECTION';
    if (isHolder) return partsOf(child);
    return child.type === 'COMPONENT' || child.type === 'COMPONENT_SET' ? [] : [child];
  });
}
