import { boxOf } from '../candidates/box.ts';
import { isCovered } from './is-covered.ts';
import type { Stand } from './stand.ts';
import { type Edges, visiblePart } from './visible-part.ts';

/** To hit the page in its layout costs more than to measure a box: it is asked every so many frames. */
const framesPerLookForCover = 6;

/** Asked once a frame: the part of a picture that its page shows, `null` where none is to be seen. */
export function createSeenPart(picture: Element): (stand: Stand) => Edges | null {
  let frameCount = 0;
  let covered = false;
  return ({ box, turn }) => {
    if (box.width === 0 || !picture.checkVisibility({ visibilityProperty: true })) return null;
    const part = visiblePart(picture, turn ? boxOf(picture) : box);
    if (!part) return null;
    if (frameCount++ % framesPerLookForCover === 0) covered = isCovered(picture, part);
    if (covered) return null;
    // What is turned is shown whole or not at all.
    return turn ? box : part;
  };
}
