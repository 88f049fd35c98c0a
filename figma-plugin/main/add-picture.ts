import type { Answer, Params } from '../bridge/messages.ts';
import { createFill } from './create-fill.ts';
import { findFreeSpot } from './free-spot.ts';
import { noteFrom, writeNote } from './note.ts';
import { hiddenPaint } from './paints.ts';

/**
 * A picture from outside as a layer, in the middle of what is seen or to the right of what is there,
 * and selected, so that it is next in line. One that was made with Restyle remembers how, like any result.
 * One undo step.
 */
export function addPicture({
  bytes,
  name,
  widthPx,
  heightPx,
  made,
}: Params<'add-picture'>): Answer<'add-picture'> {
  const fill = createFill(bytes);
  const original = made && createFill(made.original).imageHash;
  const page = figma.currentPage;
  const { x, y } = figma.viewport.center;
  const size = { width: widthPx, height: heightPx };
  const spot = findFreeSpot(page, { x: x - widthPx / 2, y: y - heightPx / 2, ...size });
  const picture = figma.createRectangle();
  picture.name = name;
  picture.resize(widthPx, heightPx);
  picture.fills = [fill];
  page.appendChild(picture);
  picture.relativeTransform = [
    [1, 0, spot.x],
    [0, 1, spot.y],
  ];
  if (made && original && writeNote(picture, noteFrom(picture, made, original)))
    picture.fills = [hiddenPaint(original), fill];
  if ('lockAspectRatio' in picture) picture.lockAspectRatio();
  page.selection = [picture];
  figma.commitUndo();
  return { nodeId: picture.id };
}
