import { areaOf, boxOf, inView } from './box.ts';
import type { Candidate } from './candidate.ts';
import { picturesAt } from './find-pictures.ts';
import { picturesOf } from './pictures-of.ts';
import { elementsIn } from './roots.ts';

const withAddress = 'img,video,input,image,object,embed';

/**
 * The clicked picture: of those that show this address, the one under the pointer, else the one of which
 * most is in view. The browser names no address where it is a long `data:`, or where a video shows a stream.
 */
export function clickedPicture(pictureUrl: string): Candidate | null {
  const shown = [...elementsIn(document)].filter(
    (element) => element.matches(withAddress) && shows(element, pictureUrl),
  );
  const hovered = shown.find((element) => element.matches(':hover'));
  const clicked = hovered ? [hovered] : shown;
  const found = clicked.flatMap(picturesOf);
  return found.sort((a, b) => areaOf(inView(b.box)) - areaOf(inView(a.box)))[0] ?? beneath(clicked[0]);
}

/** A click that met a hidden or tiny picture, a tracker, was meant for the one it lies on. */
function beneath(element: Element | undefined): Candidate | null {
  if (!element) return null;
  const { x, y, width, height } = boxOf(element);
  return picturesAt(x + width / 2, y + height / 2)[0] ?? null;
}

function shows(element: Element, pictureUrl: string): boolean {
  const { currentSrc, src, data, poster } = element as Partial<
    HTMLImageElement & HTMLObjectElement & HTMLVideoElement
  >;
  if (pictureUrl === '') return currentSrc === '' || (src?.startsWith('data:') ?? false);
  if ([currentSrc, src, data, poster].includes(pictureUrl)) return true;
  const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
  return href !== null && URL.parse(href, element.baseURI)?.href === pictureUrl;
}
