import type { Placing } from '../bridge/placing.ts';
import { copyLook } from './copy-look.ts';
import { createFill } from './create-fill.ts';
import { exactParts } from './exact-parts.ts';
import { lay } from './lay.ts';
import { invert, multiply } from './matrix.ts';
import { noteFrom, writeNote } from './note.ts';
import { hiddenPaint, paintLike } from './paints.ts';
import type { Placed } from './placed.ts';
import { addTiles, pictureBox } from './tiles.ts';

export type PictureLayer = RectangleNode | FrameNode;

/**
 * A result as a layer of its own, of its layer's size and form; `put` lays it where it belongs. The
 * layers that were to stay exact stand in it as copies, live, and so do the tiles of a picture that
 * Figma does not take whole. Nothing is left behind when it fails.
 */
export function addPictureLayer(
  layer: Placed,
  placing: Placing,
  put: (picture: PictureLayer) => void,
): PictureLayer {
  const fill = paintLike(layer, placing.bytes);
  const original = placing.original && createFill(placing.original).imageHash;
  const parts = exactParts(layer, placing.exactIds);
  const box = placing.tiles.length > 0 ? pictureBox(layer, placing.pictureSize) : null;
  const picture = parts.length > 0 || box ? figma.createFrame() : figma.createRectangle();
  try {
    picture.name = placing.name;
    picture.resize(layer.width, layer.height);
    put(picture);
    copyLook(layer, picture);
    if (picture.type === 'FRAME' && box) addTiles(picture, stretched(box, layer, picture), placing);
    if (picture.type === 'FRAME') copyParts(parts, layer, picture);
    const isKept = writeNote(picture, noteFrom(layer, placing, original));
    picture.fills = original && isKept ? [hiddenPaint(original), fill] : [fill];
    if ('lockAspectRatio' in picture) picture.lockAspectRatio();
  } catch (error) {
    picture.remove();
    throw error;
  }
  return picture;
}

function copyParts(parts: readonly Placed[], layer: Placed, picture: FrameNode): void {
  const { width, height } = stretched({ x: 0, y: 0, width: 1, height: 1 }, layer, picture);
  const toPicture = multiply(
    [
      [width, 0, 0],
      [0, height, 0],
    ],
    invert(layer.absoluteTransform),
  );
  for (const part of parts) {
    const copy = part.clone();
    picture.appendChild(copy);
    lay(copy, multiply(toPicture, part.absoluteTransform));
  }
}

/** A layer's pixels in its result, which is of another size where the canvas stretches the layer. */
function stretched({ x, y, width, height }: Rect, layer: Placed, picture: PictureLayer): Rect {
  const [across, down] = [picture.width / layer.width, picture.height / layer.height];
  return { x: x * across, y: y * down, width: width * across, height: height * down };
}
