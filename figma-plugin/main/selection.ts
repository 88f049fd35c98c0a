import type { Layer, Selection } from '../bridge/layer.ts';
import { sentOf } from './export-layer.ts';
import { layerProblem } from './layer-problem.ts';
import { readNote } from './note.ts';

/** More than this nobody means to pay for at once. */
const maxLayers = 200;
/** As many are described before Figma has its turn again: asking it takes longer than anything of ours. */
const sliceLayers = 25;
/** Moving a layer tells of every step. */
const quietMs = 80;

/** The selected layers in reading order: Figma's own order is unspecified. */
export async function readSelection(): Promise<Selection> {
  const nodes = [...figma.currentPage.selection];
  const listed = nodes.slice(0, maxLayers);
  const described: Described[] = [];
  for (let start = 0; start < listed.length; start += sliceLayers) {
    if (start > 0) await pause(0);
    const slice = listed.slice(start, start + sliceLayers).filter(({ removed }) => !removed);
    described.push(...slice.map((node) => ({ layer: describeLayer(node), box: node.absoluteBoundingBox })));
  }
  return {
    layers: described.sort(byReadingOrder).map(({ layer }) => layer),
    unlisted: nodes.length - listed.length,
  };
}

type Described = { layer: Layer; box: Rect | null };

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

function byReadingOrder({ box: a }: Described, { box: b }: Described): number {
  return a && b ? a.y - b.y || a.x - b.x : Number(!a) - Number(!b);
}

/** Tells of every change of what `readSelection` says: other layers, another page, a new size. */
export function watchSelection(tell: (selection: Selection) => void): void {
  let lastTold = '';
  const lookSoon = atMostEvery(quietMs, async () => {
    const selection = await readSelection();
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

/** One after the other, and once more for whatever is asked for meanwhile. */
function atMostEvery(delayMs: number, act: () => Promise<void>): () => void {
  let isDue = false;
  let last: Promise<void> = Promise.resolve();
  return () => {
    if (isDue) return;
    isDue = true;
    last = last
      .catch(() => {})
      .then(() => pause(delayMs))
      .then(() => {
        isDue = false;
        return act();
      });
  };
}

function pause(delayMs: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, delayMs));
}
