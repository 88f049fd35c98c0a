import { areaOf, inView } from './box.ts';
import type { Candidate } from './candidate.ts';
import { picturesOf } from './pictures-of.ts';
import { elementsIn } from './roots.ts';

const withAddress = 'img,video,input,image,object,embed';

/**
 * The clicked picture: of those that show this address, the one under the pointer, else the one of which
 * most is in view. The browser names no address where it is a long `data:`: then any may be meant that has one.
 */
export function clickedPicture(pictureUrl: string): Candidate | null {
  const shown = [...elementsIn(document)].filter(
    (element) => element.matches(withAddress) && shows(element, pictureUrl),
  );
  const hovered = shown.find((element) => element.matches(':hover'));
  const found = (hovered ? [hovered] : shown).flatMap(picturesOf);
  return found.sort((a, b) => areaOf(inView(b.box)) - areaOf(inView(a.box)))[0] ?? null;
}

function shows(element: Element, pictureUrl: string): boolean {
  const { currentSrc, src, data, poster } = element as Partial<
    HTMLImageElement & HTMLObjectElement & HTMLVideoElement
  >;
  if (pictureUrl === '') return src?.startsWith('data:') ?? false;
  if ([currentSrc, src, data, poster].includes(pictureUrl)) return true;
  const href = element.getAttribute('href') ?? element.getAttribute('xlink:href');
  return href !== null && URL.parse(href, element.baseURI)?.href === pictureUrl;
}

const maxLabelLength = 80;

/** What to call a picture: its alternative text, cut short. */
export function labelOf({ element }: Candidate): string {
  const label = element.getAttribute('alt') ?? element.getAttribute('aria-label') ?? '';
  return label.trim().slice(0, maxLabelLength);
}
