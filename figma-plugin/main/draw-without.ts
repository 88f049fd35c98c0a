import { lay } from './lay.ts';
import { fillsOf, isVisible } from './paints.ts';
import type { Placed } from './placed.ts';

/** Copies that are being drawn. Whatever ends the plugin takes them away. */
const drawn = new Set<SceneNode>();

/**
 * Draws a layer without its shadow and with some of the layers in it hidden: in a copy, far from everything,
 * which is gone before anything becomes an undo step.
 */
export async function drawWithout<T>(
  layer: Placed,
  hidden: readonly SceneNode[],
  draw: (copy: Placed) => Promise<T>,
): Promise<T> {
  const copy = layer.clone() as Placed;
  drawn.add(copy);
  try {
    putAway(copy, layer.absoluteTransform);
    if (hasShadow(copy)) copy.effects = copy.effects.filter((effect) => !isShadow(effect));
    hideIn(copy, layer, new Set(hidden.map(({ id }) => id)), holdersOf(hidden, layer));
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

/** One that lies within the layer's box would be seen twice: in a result, and below it. */
export function showsShadow(layer: SceneNode): boolean {
  if (!hasShadow(layer)) return false;
  const isBox = layer.type === 'RECTANGLE' || layer.type === 'FRAME';
  return !(isBox && fillsOf(layer).some(isVisible));
}

function hasShadow<T extends SceneNode>(layer: T): layer is T & BlendMixin {
  return 'effects' in layer && layer.effects.some(isShadow);
}

const isShadow = ({ type, visible }: Effect): boolean => type === 'DROP_SHADOW' && visible;

/** Out of sight, and still where coordinates are exact to a hundredth of a pixel. */
const farPx = -30_000;

function putAway(copy: Placed, [[a, c], [b, d]]: Transform): void {
  figma.currentPage.appendChild(copy);
  lay(copy, [
    [a, c, farPx],
    [b, d, farPx],
  ]);
}

/** Ids of what holds some layers, up to the one that is drawn. */
function holdersOf(parts: readonly SceneNode[], layer: SceneNode): ReadonlySet<string> {
  const holders = new Set([layer.id]);
  for (const { parent } of parts)
    for (let at: BaseNode | null = parent; at && !holders.has(at.id); at = at.parent) holders.add(at.id);
  return holders;
}

/** A copy has other ids, but the same order. Each layer is looked at once: a frame may hold thousands. */
function hideIn(
  copy: SceneNode,
  layer: SceneNode,
  hidden: ReadonlySet<string>,
  holders: ReadonlySet<string>,
): void {
  if (!('children' in copy && 'children' in layer)) return;
  const copies = copy.children;
  layer.children.forEach((child, index) => {
    const { id } = child;
    const own = copies[index];
    if (own && hidden.has(id)) own.visible = false;
    else if (own && holders.has(id)) hideIn(own, child, hidden, holders);
  });
}
