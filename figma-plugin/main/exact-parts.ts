import type { Part } from '../bridge/layer.ts';
import { findLayer } from './find-layer.ts';
import { invert, multiply } from './matrix.ts';
import type { Placed } from './placed.ts';

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

/**
 * An instance is one part, and so is what changes the look of its layers. A part of a boolean shape is
 * none, nor are a mask and what it cuts: alone they look different.
 */
function collectParts(layer: SceneNode, parts: Placed[]): void {
  if (!('children' in layer) || layer.type === 'BOOLEAN_OPERATION') return;
  for (const child of layer.children) {
    if (parts.length === maxParts || isMask(child)) return;
    if (!child.visible || !('absoluteTransform' in child)) continue;
    const { type } = child;
    if (isTakenApart(child)) collectParts(child, parts);
    else if (type !== 'COMPONENT' && type !== 'COMPONENT_SET') parts.push(child);
  }
}

function isTakenApart(layer: SceneNode): boolean {
  if (layer.type === 'SECTION') return true;
  if (layer.type !== 'GROUP' && layer.type !== 'FRAME') return false;
  const { opacity, effects, children } = layer;
  if (children.length > maxParts || opacity !== 1 || effects.some(({ visible }) => visible)) return false;
  return !children.some(isMask) && !(layer.type === 'FRAME' && isCutting(layer));
}

function isMask(layer: SceneNode): boolean {
  return 'isMask' in layer && layer.isMask && layer.visible;
}

/** Whether a frame cuts off some of what is in it. */
function isCutting(frame: FrameNode): boolean {
  if (!frame.clipsContent) return false;
  const toFrame = invert(frame.absoluteTransform);
  return frame.children.some((child) => 'absoluteTransform' in child && !isWithin(frame, child, toFrame));
}

function isWithin(frame: FrameNode, child: Placed, toFrame: Transform): boolean {
  const [[a, c, e], [b, d, f]] = multiply(toFrame, child.absoluteTransform);
  const corners = [0, child.width].flatMap((x) => [0, child.height].map((y) => [x, y] as const));
  return corners.every(([x, y]) => {
    const [left, top] = [a * x + c * y + e, b * x + d * y + f];
    return left > -nearPx && top > -nearPx && left < frame.width + nearPx && top < frame.height + nearPx;
  });
}

const nearPx = 0.5;
