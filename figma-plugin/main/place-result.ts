import type { Placement } from '../bridge/layer.ts';
import type { Params } from '../bridge/messages.ts';
import { copyLook } from './copy-look.ts';
import { createFill } from './create-fill.ts';
import { canvasToHost, findHost, type Host } from './find-host.ts';
import { findLayer } from './find-layer.ts';
import { multiply } from './matrix.ts';

/**
 * Puts a result above its layer, in the layer's exact box, as one undo step. Nothing of the person's
 * own is changed. Raises `layer-gone` when the layer was deleted meanwhile.
 */
export async function placeResult({ nodeId, bytes, name }: Params<'place-result'>): Promise<Placement> {
  const layer = await findLayer(nodeId);
  const found = findHost(layer);
  const result = addPicture(bytes, name, (picture) => {
    picture.resize(layer.width, layer.height);
    putAbove(picture, found);
    picture.relativeTransform = transformIn(found.host, layer);
    copyLook(layer, picture);
  });
  return { nodeId: result.id, aboveComponent: found.aboveComponent };
}

/** For a layer that is gone: its result lies on the open page where the layer was. */
export function placeOnPage({ place, bytes, name }: Params<'place-on-page'>): Placement {
  const result = addPicture(bytes, name, (picture) => {
    picture.resize(place.widthPx, place.heightPx);
    figma.currentPage.appendChild(picture);
    picture.relativeTransform = place.transform;
  });
  return { nodeId: result.id, aboveComponent: false };
}

/** A new picture layer, or none at all when something of it fails. */
function addPicture(
  bytes: Uint8Array,
  name: string,
  arrange: (picture: RectangleNode) => void,
): RectangleNode {
  const fill = createFill(bytes);
  const picture = figma.createRectangle();
  try {
    picture.name = name;
    picture.fills = [fill];
    arrange(picture);
    if ('lockAspectRatio' in picture) picture.lockAspectRatio();
  } catch (error) {
    picture.remove();
    throw error;
  }
  figma.commitUndo();
  return picture;
}

function putAbove(picture: RectangleNode, { host, below }: Host): void {
  const index = host.children.findIndex(({ id }) => id === below.id);
  const isReversed = 'itemReverseZIndex' in host && host.itemReverseZIndex;
  host.insertChild(isReversed ? index : index + 1, picture);
  // Otherwise auto layout would give the picture a place of its own and move everything else.
  if ('layoutMode' in host && host.layoutMode !== 'NONE') picture.layoutPositioning = 'ABSOLUTE';
}

/** A sibling's transform is taken over as it is: computing it would lose the last digits. */
function transformIn(host: BaseNode, layer: SceneNode): Transform {
  if (layer.parent?.id === host.id) return layer.relativeTransform;
  return multiply(canvasToHost(host), layer.absoluteTransform);
}
