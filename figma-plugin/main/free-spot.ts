export type Ground = PageNode | SectionNode;

const gapPx = 40;

/** The page or section that a layer lies on, and what of it stands there by itself. */
export function outermost(node: SceneNode): { host: Ground; top: SceneNode } {
  for (let top: SceneNode = node; ; top = top.parent as SceneNode) {
    const { parent } = top;
    if (!parent) throw new Error(`${node.name} is in no page`);
    if (parent.type === 'PAGE' || parent.type === 'SECTION') return { host: parent, top };
  }
}

/** The first spot to the right of `top` where `box` covers nothing, at the height that it has. */
export function findFreeSpot(host: Ground, top: SceneNode, box: Rect): { x: number; y: number } {
  const inTheWay = host.children.flatMap((child) => absoluteBox(child) ?? []).filter(isLevelWith(box));
  inTheWay.sort((one, other) => one.x - other.x);
  const ends = [absoluteBox(top) ?? box, box].map((one) => one.x + one.width);
  let x = Math.max(...ends) + gapPx;
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
