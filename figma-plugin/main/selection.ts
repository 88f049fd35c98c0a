import type { Layer, Selection } from '../bridge/layer.ts';
import { sentOf } from './export-layer.ts';
import { layerProblem } from './layer-problem.ts';
import { readNote } from './note.ts';

/** More rows than this help nobody, and describing thousands of layers would freeze Figma. */
const maxLayers = 50;
/** Moving a layer tells of every step. */
const quietMs = 80;

/** The selected layers in reading order: Figma's own order is unspecified. */
export function readSelection(): Selection {
  const nodes = [...figma.currentPage.selection];
  const listed = nodes.length > maxLayers ? nodes.slice(0, maxLayers) : nodes;
  return { layers: listed.sort(byReadingOrder).map(describeLayer), unlisted: nodes.length - listed.length };
}

function describeLayer(node: SceneNode): Layer {
  return {
    nodeId: node.id,
    name: node.name,
    // The rarest kinds of node have no size at all.
    widthPx: Math.round(node.width) || 0,
    heightPx: Math.round(node.height) || 0,
    problem: layerProblem(node),
    recipe: readNote(node)?.recipe ?? null,
    sent: sentOf(node),
  };
}

function byReadingOrder(one: SceneNode, other: SceneNode): number {
  const a = one.absoluteBoundingBox;
  const b = other.absoluteBoundingBox;
  return a && b ? a.y - b.y || a.x - b.x : Number(!a) - Number(!b);
}

/** Tells of every change of what `readSelection` says: other layers, another page, a new size. */
export function watchSelection(tell: (selection: Selection) => void): void {
  let lastTold = '';
  const lookSoon = atMostEvery(quietMs, () => {
    const selection = readSelection();
    const told = JSON.stringify(selection);
    if (told !== lastTold) tell(selection);
    lastTold = told;
  });
  let page = figma.currentPage;
  page.on('nodechange', lookSoon);
  figma.on('selectionchange', lookSoon);
  figma.on('currentpagechange', () => {
    page.off('nodechange', lookSoon);
    page = figma.currentPage;
    page.on('nodechange', lookSoon);
    lookSoon();
  });
}

function atMostEvery(delayMs: number, act: () => void): () => void {
  let isDue = false;
  return () => {
    if (isDue) return;
    isDue = true;
    setTimeout(() => {
      isDue = false;
      act();
    }, delayMs);
  };
}
