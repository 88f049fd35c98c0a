import { lay } from './lay.ts';
import type { Placed } from './picture-layer.ts';

/** Copies that are being drawn. Whatever ends the plugin takes them away. */
const drawn = new Set<SceneNode>();

/**
 * Draws a layer with some of the layers in it hidden: in a copy, far from everything, which is gone
 * before anything becomes an undo step.
 */
export async function drawWithout<T>(
  layer: Placed,
  hidden: readonly SceneNode[],
  draw: (copy: Placed) => Promise<T>,
): Promise<T> {
  const paths = hidden.map((part) => pathTo(layer, part));
  const copy = layer.clone() as Placed;
  drawn.add(copy);
  try {
    putAway(copy, layer.absoluteTransform);
    for (const path of paths) {
      const part = follow(copy, path);
      if (part) part.visible = false;
    }
    return await draw(copy);
  } finally {
    drawn.delete(copy);
    if (!copy.removed) copy.remove();
  }
}

/** Figma waits for nothing here. */
export function removeCopies(): void {
  for (const copy of drawn) if (!copy.removed) copy.remove();
  drawn.clear();
}

/** Out of sight, and still where coordinates are exact to a hundredth of a pixel. */
const farPx = -30_000;

function putAway(copy: Placed, [[a, c], [b, d]]: Transform): void {
  figma.currentPage.appendChild(copy);
  lay(copy, [
    [a, c, farPx],
    [b, d, farPx],
  ]);
}

/** Places among the children, from the layer down. A copy has other ids, but the same order. */
function pathTo(layer: SceneNode, part: BaseNode): number[] {
  const { parent } = part;
  if (part.id === layer.id || !parent) return [];
  const index = parent.children.findIndex(({ id }) => id === part.id);
  return [...pathTo(layer, parent), index];
}

function follow(copy: SceneNode, path: readonly number[]): SceneNode | undefined {
  return path.reduce<SceneNode | undefined>(
    (at, index) => (at && 'children' in at ? at.children[index] : undefined),
    copy,
  );
}
