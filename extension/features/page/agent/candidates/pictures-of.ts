import { styleOf } from '../following/ancestors.ts';
import { boxOf } from './box.ts';
import { type Candidate, minPictureSidePx, type PictureKind } from './candidate.ts';
import { type Addresses, absolute, addressesOfImage, isUnloaded } from './image-addresses.ts';
import { lazyBackgrounds } from './lazy-addresses.ts';
import { documentIn } from './roots.ts';
import { styleAddresses } from './style-pictures.ts';

type Found = Addresses & { kind: PictureKind; naturalWidthPx: number; naturalHeightPx: number };

/** The pictures that an element itself shows, what lies on top first. Hidden and tiny elements show none. */
export function picturesOf(element: Element): Candidate[] {
  const box = boxOf(element);
  if (box.width < minPictureSidePx || box.height < minPictureSidePx || isHidden(element)) return [];
  const painted = paintedOn(element);
  const own = isReplaced(element) ? null : contentOf(element);
  return [...(own ? [own] : []), ...painted].map((found) => ({ element, box, ...found }));
}

/** What styles paint; on what has nothing yet, what will be painted. */
function paintedOn(element: Element): Found[] {
  const painted = styleAddresses(element);
  const urls = painted.length > 0 ? painted : absolute(element, lazyBackgrounds(element));
  return urls.map((url) => unmeasured('background', [url]));
}

/** A style may show another picture in the place of an image's own. */
function isReplaced(element: Element): boolean {
  return element.localName === 'img' && styleOf(element).content.includes('url(');
}

function isHidden(element: Element): boolean {
  return !element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

/** By name and not by class: an element of a frame within has that frame's classes. */
function contentOf(element: Element): Found | null {
  switch (element.localName) {
    case 'img':
      return ofImage(element as HTMLImageElement);
    case 'input':
      return (element as HTMLInputElement).type === 'image' ? ofAttribute(element, 'src') : null;
    case 'image':
      return ofAttribute(element, 'href') ?? ofAttribute(element, 'xlink:href');
    case 'object':
      return ofAttribute(element, 'data');
    case 'embed':
      return ofAttribute(element, 'src');
    case 'video':
      return ofVideo(element as HTMLVideoElement);
    case 'canvas':
      return ofCanvas(element as HTMLCanvasElement);
    case 'svg':
      return element.parentElement?.closest('svg') ? null : unmeasured('drawing', []);
    case 'iframe':
    case 'frame':
      return isClosedFrame(element) ? unmeasured('area', []) : null;
    default:
      return null;
  }
}

function ofImage(image: HTMLImageElement): Found | null {
  const addresses = addressesOfImage(image);
  if (addresses.urls.length === 0) return null;
  // A placeholder's size says nothing of the picture.
  const isKnown = !isUnloaded(image);
  const [naturalWidthPx, naturalHeightPx] = isKnown ? [image.naturalWidth, image.naturalHeight] : [0, 0];
  return { kind: 'image', ...addresses, naturalWidthPx, naturalHeightPx };
}

function ofAttribute(element: Element, name: string): Found | null {
  const urls = absolute(element, [element.getAttribute(name) ?? ''].filter(Boolean));
  return urls.length === 0 ? null : unmeasured('image', urls);
}

/** A frame of another site can be looked at, as the screen shows it. */
function isClosedFrame(frame: Element): boolean {
  return documentIn(frame) === null;
}

const hasFrame = 2;

/** Its frame, where one is shown; its poster before that. */
function ofVideo(video: HTMLVideoElement): Found | null {
  const showsPoster = video.poster !== '' && video.currentTime === 0 && video.played.length === 0;
  if (showsPoster || video.readyState < hasFrame) return ofAttribute(video, 'poster');
  const { videoWidth: naturalWidthPx, videoHeight: naturalHeightPx } = video;
  return { ...unmeasured('video', []), naturalWidthPx, naturalHeightPx };
}

function ofCanvas({ width: naturalWidthPx, height: naturalHeightPx }: HTMLCanvasElement): Found {
  return { ...unmeasured('canvas', []), naturalWidthPx, naturalHeightPx };
}

function unmeasured(kind: PictureKind, urls: string[]): Found {
  return { kind, urls, largerUrls: [], naturalWidthPx: 0, naturalHeightPx: 0 };
}
