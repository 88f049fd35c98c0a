import { around, type Box, boundsOf, grown, type Matrix, shared } from './matrix.ts';
import type { DrawnEffect } from './node-data.ts';
import type { Piece } from './scene.ts';

/**
 * The box of what is seen of some pieces, with strokes and shadows that reach beyond their layers and
 * without what is cut away. `null` where nothing is drawn.
 * https://developers.figma.com/docs/plugins/api/properties/nodes-absoluterenderbounds
 */
export function renderBounds(pieces: readonly Piece[]): Box | null {
  const boxes: Box[] = [];
  let mask: Box | null | undefined;
  for (const piece of pieces) {
    const box = boundsOfPiece(piece);
    if (piece.isMask) mask = box;
    const seen = box && mask !== undefined && !piece.isMask ? mask && shared(box, mask) : box;
    if (seen && !piece.isMask) boxes.push(seen);
  }
  return boxes.length === 0 ? null : around(boxes);
}

function boundsOfPiece(piece: Piece): Box | null {
  const own = boundsOf(piece.transform, piece.width, piece.height);
  const boxes: Box[] = [];
  if (piece.fills.length > 0 && own.width > 0 && own.height > 0) boxes.push(own);
  if (piece.strokes.length > 0) boxes.push(grown(own, strokeReach(piece)));
  const inside = renderBounds(piece.inside);
  const left = inside && piece.clips ? shared(inside, own) : inside;
  if (left) boxes.push(left);
  if (boxes.length === 0 || piece.opacity === 0) return null;
  const drawn = around(boxes);
  return around([drawn, ...piece.effects.map((effect) => reachOf(effect, drawn, piece.transform))]);
}

function strokeReach({ strokePx, strokeAlign }: Piece): number {
  if (strokeAlign === 'INSIDE') return 0;
  return strokeAlign === 'OUTSIDE' ? strokePx : strokePx / 2;
}

/** As far as Figma's own SVG exports let a blur reach: its radius. Offsets turn with their layer. */
function reachOf(effect: DrawnEffect, box: Box, [[a, c], [b, d]]: Matrix): Box {
  if (effect.type === 'LAYER_BLUR') return grown(box, effect.radius);
  const { offset, radius } = effect;
  const [x, y] = [a * offset.x + c * offset.y, b * offset.x + d * offset.y];
  return grown({ ...box, x: box.x + x, y: box.y + y }, radius);
}
