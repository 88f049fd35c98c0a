import { largestOf, parseSrcset } from '#shared/capture/srcset.ts';

/** What a lazy loader shows until the picture comes: nothing, or a few pixels. */
const placeholderSidePx = 8;
const pictureFile = /^\S+\.(?:jpe?g|png|webp|avif|gif)(?:[?#]\S*)?$/i;

export type Addresses = { urls: string[]; largerUrls: string[] };

/**
 * Where an `img` can be had, the largest first. `src` may beat everything in `srcset`, so both are named
 * and whoever reads them compares.
 */
export function addressesOfImage(image: HTMLImageElement): Addresses {
  const shown = [image.currentSrc, image.src].filter(Boolean);
  const sets = [...sourcesOf(image), image.srcset];
  const largest = sets.flatMap((set) => largestOf(parseSrcset(set))?.url ?? []);
  const data = dataAddresses(image);
  const isPlaceholder = isUnloaded(image);
  const ownFirst = [...largest, ...shown];
  return {
    urls: absolute(image, isPlaceholder ? [...data, ...noscriptAddresses(image), ...ownFirst] : ownFirst),
    largerUrls: absolute(image, [...linkedAddress(image), ...(isPlaceholder ? [] : data)]),
  };
}

/** The sets of a `picture` that hold for this window; another source may be another cut of the picture. */
function sourcesOf(image: HTMLImageElement): string[] {
  const parent = image.parentElement;
  if (parent?.localName !== 'picture') return [];
  const sources = [...parent.querySelectorAll('source')];
  return sources.filter(({ media }) => media === '' || matchMedia(media).matches).map(({ srcset }) => srcset);
}

function isUnloaded({ naturalWidth, naturalHeight }: HTMLImageElement): boolean {
  return naturalWidth <= placeholderSidePx || naturalHeight <= placeholderSidePx;
}

/** Attributes of lazy loaders and zooms: whatever in `data-…` looks like a picture's address, or a set of them. */
function dataAddresses(element: Element): string[] {
  return [...element.attributes].flatMap(({ name, value }) => {
    if (!name.startsWith('data-')) return [];
    if (/srcset/.test(name)) return largestOf(parseSrcset(value))?.url ?? [];
    const isAddress =
      pictureFile.test(value) || (/src|orig|full|large|zoom|hi-?res/.test(name) && isUrl(value));
    return isAddress ? value : [];
  });
}

function isUrl(text: string): boolean {
  return /^(?:https?:)?\/\/\S+$|^\/\S+$/.test(text);
}

/** What a page without scripts would show in a placeholder's stead. */
function noscriptAddresses(image: HTMLImageElement): string[] {
  const near = image.closest('picture') ?? image;
  const noscripts = [near.nextElementSibling, near.previousElementSibling, ...near.children];
  const noscript = noscripts.find((each) => each?.localName === 'noscript');
  if (!noscript) return [];
  const inside = new DOMParser()
    .parseFromString(noscript.textContent ?? '', 'text/html')
    .querySelector('img');
  if (!inside) return [];
  const largest = largestOf(parseSrcset(inside.getAttribute('srcset') ?? ''))?.url;
  return [largest, inside.getAttribute('src')].flatMap((each) => each ?? []);
}

/** A thumbnail often leads to its picture. */
function linkedAddress(image: Element): string[] {
  const href = image.closest('a')?.getAttribute('href') ?? '';
  return pictureFile.test(href) ? [href] : [];
}

/** Resolved as the element's own page would, without doubles and without what is not to be fetched. */
export function absolute({ baseURI }: Node, addresses: readonly string[]): string[] {
  const resolved = addresses.flatMap((address) => URL.parse(address, baseURI)?.href ?? []);
  return [...new Set(resolved)].filter((url) => /^(?:https?|data|blob|file):/.test(url));
}
