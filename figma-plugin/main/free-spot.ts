export type Ground = PageNode | SectionNode;
type Spot = { x: number; y: number };

const gapPx = 40;

/** The page or section that a layer lies on, and what of it stands there by itself. */
export function outermost(node: SceneNode): { host: Ground; top: SceneNode } {
  for (let top: SceneNode = node; ; top = top.parent as SceneNode) {
    const { parent } = top;
    if (!parent) throw new Error(`${node.name} is in no page`);
    if (parent.type === 'PAGE' || parent.type === 'SECTION') return { host: parent, top };
  }
}

/** To the right of a layer and of all that holds it, at the height that `box` has. */
export function spotBeside(host: Ground, top: SceneNode, layer: Rect, box: Rect): Spot {
  const ends = [absoluteBox(top) ?? layer, layer].map(({ x, width }) => x + width);
  return findFreeSpot(host, { ...box, x: Math.max(...ends) + gapPx });
}

/** Where `box` covers nothing: where it is, or the next spot to the right. */
export function findFreeSpot(host: Ground, box: Rect): Spot {
  const inTheWay = host.children.flatMap((child) => absoluteBox(child) ?? []).filter(isLevelWith(box));
  inTheWay.sort((one, other) => one.x - other.x);
  let { x } = box;
  for (const other of inTheWay) {
    const touches = other.x < x + box.width && other.x + other.width > x;
    if (touches) x = other.x + other.width + gapPx;
  }
  return { x, y: box.y };
}

function absoluteBox(node: SceneNode): Rect | null {
  return 'absoluteBoundingBox' in node ? node.absoluteBoundingBox : null;
}

function isLevelWith(box: Rect): (other: Rect) => boolean {
  return (other) => other.y < box.y + box.height && other.y + other.height > box.y;
}
