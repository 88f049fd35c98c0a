import type { Params } from '../bridge/messages.ts';
import type { Placement, Placing } from '../bridge/placing.ts';
import { fillRefusal } from './can-fill.ts';
import { createFill } from './create-fill.ts';
import { fillLayer } from './fill-layer.ts';
import { findLayer } from './find-layer.ts';
import { lay } from './lay.ts';
import { placeAbove } from './place-above.ts';
import { placeBeside } from './place-beside.ts';
import { loadLabelFont, placeInGrid } from './place-in-grid.ts';
import type { Placed } from './placed.ts';
import { placedBefore, rememberPlaced } from './placed-jobs.ts';
import { placementOf } from './placement-of.ts';
import { renewResult } from './renew-result.ts';

/**
 * Puts a result where it is wanted, as one undo step. Nothing of the person's own is moved, and only
 * *fill* changes any of it. Raises `layer-gone` when the layer was deleted meanwhile.
 */
export async function placeResult(placing: Placing): Promise<Placement> {
  if (placing.way === 'grid') await loadLabelFont();
  const layer = await findLayer(placing.nodeId);
  if (!('absoluteTransform' in layer)) throw new Error('The layer lies nowhere');
  return once(placing.jobId, () => place(layer, placing));
}

/** In one go: whatever waits in between would let another change into the same undo step. */
function place(layer: Placed, placing: Placing): Placement {
  const { way, cell } = placing;
  if (way === 'renew') return renewResult(layer, placing);
  if (way === 'beside') return placeBeside(layer, placing);
  if (way === 'grid' && cell) return placeInGrid(layer, placing, cell);
  if (way !== 'fill') return placeAbove(layer, placing);
  const refusal = fillRefusal(layer);
  return refusal === null ? fillLayer(layer, placing) : placeAbove(layer, placing, refusal);
}

/** For a layer that is gone: its result lies on the open page where the layer was. */
export function placeOnPage(placing: Params<'place-on-page'>): Placement {
  return once(placing.jobId, () => placeWhereItWas(placing));
}

function once(jobId: string, act: () => Placement): Placement {
  const known = placedBefore(jobId);
  if (known) return known;
  const placement = act();
  rememberPlaced(jobId, placement);
  figma.commitUndo();
  return placement;
}

function placeWhereItWas({ place, bytes, name }: Params<'place-on-page'>): Placement {
  const fill = createFill(bytes);
  const picture = figma.createRectangle();
  picture.name = name;
  picture.fills = [fill];
  figma.currentPage.appendChild(picture);
  lay(picture, place.transform, { width: place.widthPx, height: place.heightPx });
  if ('lockAspectRatio' in picture) picture.lockAspectRatio();
  return placementOf(picture, 'page');
}
