import type { Placement, Placing, Where } from '../bridge/placing.ts';
import { canvasToHost, findHost, type Host } from './find-host.ts';
import { lay } from './lay.ts';
import { multiply } from './matrix.ts';
import { addPictureLayer, type PictureLayer } from './picture-layer.ts';
import type { Placed } from './placed.ts';
import { placementOf } from './placement-of.ts';

/** Just above its layer, in the layer's exact box. */
export function placeAbove(layer: Placed, placing: Placing, instead: Where | null = null): Placement {
  const found = findHost(layer);
  const picture = addPictureLayer(layer, placing, (fresh) => {
    putAbove(fresh, found);
    lay(fresh, transformIn(found.host, layer));
  });
  return placementOf(picture, instead ?? (found.aboveComponent ? 'above-component' : 'above'));
}

function putAbove(picture: PictureLayer, { host, below }: Host): void {
  const index = host.children.findIndex(({ id }) => id === below.id);
  const isReversed = 'itemReverseZIndex' in host && host.itemReverseZIndex;
  host.insertChild(isReversed ? index : index + 1, picture);
  // Otherwise auto layout would give the picture a place of its own and move everything else.
  if ('layoutMode' in host && host.layoutMode !== 'NONE') picture.layoutPositioning = 'ABSOLUTE';
}

/** A sibling's transform is taken over as it is: computing it would lose the last digits. */
function transformIn(host: BaseNode, layer: Placed): Transform {
  if (layer.parent?.id === host.id) return layer.relativeTransform;
  return multiply(canvasToHost(host), layer.absoluteTransform);
}
