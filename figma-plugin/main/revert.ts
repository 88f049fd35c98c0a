import { findLayer } from './find-layer.ts';
import { forgetNote, type Note, readNote } from './note.ts';
import { isFilled } from './paints.ts';
import { takeOut } from './take-out.ts';

/** Takes a result away: its layer, or the fill it was. One undo step. Raises `layer-gone`. */
export async function revertResult(nodeId: string): Promise<void> {
  const node = await findLayer(nodeId);
  const note = readNote(node);
  if (!note) return;
  await takeAway(node, note);
  figma.commitUndo();
}

/** Every result that is selected, as one undo step; answers how many there were. */
export async function revertSelection(): Promise<number> {
  let count = 0;
  for (const node of [...figma.currentPage.selection]) {
    const note = readNote(node);
    if (!note) continue;
    await takeAway(node, note);
    count += 1;
  }
  if (count > 0) figma.commitUndo();
  return count;
}

async function takeAway(node: SceneNode, { before }: Note): Promise<void> {
  if (!before) return takeOut(node);
  if (!isFilled(node)) return;
  node.fills = before.fills;
  if (before.fillStyleId && 'setFillStyleIdAsync' in node) {
    // A style that was deleted meanwhile leaves its colours.
    await node.setFillStyleIdAsync(before.fillStyleId).catch(() => {});
  }
  forgetNote(node);
}
