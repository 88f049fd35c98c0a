import { largerGuesses } from '#shared/capture/larger-guesses.ts';
import { usefulAreaPx } from '#shared/capture/screen-enough.ts';
import { largestOf, parseSrcset } from '#shared/capture/srcset.ts';
import { areaOf, boxOf } from './box.ts';
import { dataAddresses, lazyAddresses, noscriptAddresses, pictureFile, sourcesOf } from './lazy-addresses.ts';

/** What a lazy loader shows until the picture comes: nothing, or a few pixels. */
const placeholderSidePx = 8;
/** A stand-in is shown at so many times its own width, at least. */
const standInRatio = 4;
/** Each costs a request. */
const maxLarger = 3;

export type Addresses = { urls: string[]; largerUrls: string[] };

/** Where an `img` can be had, the largest first; and what may be it, larger. */
export function addressesOfImage(image: HTMLImageElement): Addresses {
  const sets = [...sourcesOf(image).map(({ srcset }) => srcset), image.srcset];
  const entries = sets.map(parseSrcset);
  const largest = entries.flatMap((set) => largestOf(set)?.url ?? []);
  const shown = image.currentSrc || image.src;
  const own = [...largest, shown];
  if (isUnloaded(image)) {
    const urls = absolute(image, [...lazyAddresses(image), ...largest, image.src]);
    // What is shown is a placeholder, unless nothing is.
    const real = urls.filter((url) => image.naturalWidth === 0 || url !== shown);
    return {
      urls: real.length > 0 ? real : urls,
      largerUrls: absolute(image, linkedAddress(image)),
    };
  }
  // Some sites put a larger file into `src` than into any set beside it.
  const isRival =
    entries.some((set) => set.length > 0) &&
    !entries.flat().some(({ url }) => url === image.getAttribute('src'));
  const likely = [
    ...(isRival ? [image.src] : []),
    ...besideStandIn(image),
    ...linkedAddress(image),
    ...dataAddresses(image),
    ...guessed(image),
  ];
  const urls = absolute(image, own);
  return {
    urls,
    largerUrls: absolute(image, likely)
      .filter((url) => !urls.includes(url))
      .slice(0, maxLarger),
  };
}

/** Of a blurred stand-in, much smaller than its place: its picture is likely to stand beside it, not yet to be seen. */
function besideStandIn(image: HTMLImageElement): string[] {
  if (image.naturalWidth * standInRatio > boxOf(image).width) return [];
  const others = [...(image.parentElement?.querySelectorAll('img') ?? [])].filter((each) => each !== image);
  const shown = others.flatMap((each) => [
    ...dataAddresses(each),
    largestOf(parseSrcset(each.srcset))?.url ?? '',
    each.src,
  ]);
  return [...noscriptAddresses(image), ...shown.filter(Boolean)];
}

/** Where a small picture may be larger by the look of its address, or as what the page is shared with. */
function guessed(image: HTMLImageElement): string[] {
  const { naturalWidth, naturalHeight, ownerDocument } = image;
  if (naturalWidth * naturalHeight >= usefulAreaPx) return [];
  const shared = ownerDocument.querySelector('meta[property="og:image"]')?.getAttribute('content');
  const isMain = areaOf(boxOf(image)) >= (innerWidth * innerHeight) / 10;
  return [...largerGuesses(image.currentSrc), ...(shared && isMain ? [shared] : [])];
}

export function isUnloaded({ naturalWidth, naturalHeight }: HTMLImageElement): boolean {
  return naturalWidth <= placeholderSidePx || naturalHeight <= placeholderSidePx;
}

/** A thumbnail often leads to its picture. */
function linkedAddress(image: Element): string[] {
  const href = image.closest('a')?.getAttribute('href') ?? '';
  return pictureFile.test(href) ? [href] : [];
}

/** Resolved as the element's own page would, without doubles and without what is not to be fetched. */
export function absolute({ baseURI }: Node, addresses: readonly string[]): string[] {
  const resolved = addresses.flatMap((address) => URL.parse(address, baseURI)?.href ?? []);
  // Its own origin also where that is an extension's: our page of photographs.
  const isFetchable = (url: string) =>
    /^(?:https?|data|blob|file):/.test(url) || url.startsWith(`${location.origin}/`);
  return [...new Set(resolved)].filter(isFetchable);
}
