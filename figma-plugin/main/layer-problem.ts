import type { LayerProblem } from '../bridge/layer.ts';
import { exportScale } from './export-scale.ts';

/** A thinner picture than this holds nothing that could be restyled. */
const leastSidePx = 16;

/** Why a layer cannot be sent, or `null`: refused here, since Figma's own errors explain nothing. */
export function layerProblem(node: SceneNode): LayerProblem | null {
  if (!('exportAsync' in node && 'absoluteTransform' in node)) return 'unsupported';
  if (!isShown(node)) return 'hidden';
  const box = node.absoluteBoundingBox;
  if (!box || !isLargeEnough(node, box)) return 'no-area';
  // A slice shows what lies under it and draws nothing of its own.
  const drawsItself = node.type !== 'SLICE' && 'absoluteRenderBounds' in node;
  return drawsItself && node.absoluteRenderBounds === null ? 'empty' : null;
}

/** `visible` is a layer's own; it is seen only when all that hold it are seen. */
function isShown(node: SceneNode): boolean {
  for (let at: BaseNode | null = node; at && 'visible' in at; at = at.parent) {
    if (!at.visible) return false;
  }
  return true;
}

function isLargeEnough(node: SceneNode, box: Rect): boolean {
  const shortest = Math.min(node.width, node.height);
  return shortest > 0 && shortest * exportScale(node, box) >= leastSidePx;
}
