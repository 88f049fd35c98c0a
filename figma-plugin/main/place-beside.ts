import type { Placement, Placing } from '../bridge/placing.ts';
import { canvasToHost } from './find-host.ts';
import { outermost, spotBeside } from './free-spot.ts';
import { lay } from './lay.ts';
import { multiply } from './matrix.ts';
import { addPictureLayer } from './picture-layer.ts';
import type { Placed } from './placed.ts';
import { placementOf } from './placement-of.ts';

/** To the right of everything that holds the layer, at the layer's own height and angle. */
export function placeBeside(layer: Placed, placing: Placing): Placement {
  const { host, top } = outermost(layer);
  const box = boxOf(layer);
  const spot = spotBeside(host, top, box, box);
  const picture = addPictureLayer(layer, placing, (fresh) => {
    host.appendChild(fresh);
    const moved = movedBy(layer.absoluteTransform, spot.x - box.x, spot.y - box.y);
    lay(fresh, multiply(canvasToHost(host), moved));
  });
  return placementOf(picture, 'beside');
}

function movedBy([[a, c, e], [b, d, f]]: Transform, x: number, y: number): Transform {
  return [
    [a, c, e + x],
    [b, d, f + y],
  ];
}

export function boxOf(layer: Placed): Rect {
  const box = layer.absoluteBoundingBox;
  if (!box) throw new Error(`${layer.name} has no box`);
  return box;
}
