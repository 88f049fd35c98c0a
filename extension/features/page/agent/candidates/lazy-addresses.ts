import { largestOf, parseSrcset } from '#shared/capture/srcset.ts';

export const pictureFile = /^\S+\.(?:jpe?g|png|webp|avif|gif)(?:[?#]\S*)?$/i;

/** Where a picture will be loaded from that its page has not loaded yet: as scripts will have it, or as a page without them. */
export function lazyAddresses(image: HTMLImageElement): string[] {
  return [...[...sourcesOf(image), image].flatMap(dataAddresses), ...noscriptAddresses(image)];
}

/** The sources of a `picture` that hold for this window; another may be another cut of the picture. */
export function sourcesOf(image: HTMLImageElement): HTMLSourceElement[] {
  const parent = image.parentElement;
  if (parent?.localName !== 'picture') return [];
  return [...parent.querySelectorAll('source')].filter(
    ({ media }) => media === '' || matchMedia(media).matches,
  );
}

/**
 * Attributes of lazy loaders and zooms: whatever in `data-…` looks like a picture's address, or a set of them.
 * A set has the largest.
 */
export function dataAddresses(element: Element): string[] {
  const data = [...element.attributes].filter(({ name }) => name.startsWith('data-'));
  const [sets, others] = [data.filter(isSet), data.filter((each) => !isSet(each))];
  return [
    ...sets.flatMap(({ value }) => largestOf(parseSrcset(value))?.url ?? []),
    ...others.filter(isAddress).map(({ value }) => value),
  ];
}

/** The same of an element whose background is loaded late. What holds pictures of its own says more by these. */
export function lazyBackgrounds(element: Element): string[] {
  const isAbout = ({ name }: Attr) => /^data-(?:[\w-]*-)?(?:bg|bgset|background|lazy)(?:-|$)/.test(name);
  if (![...element.attributes].some(isAbout) || element.querySelector('img, video, canvas')) return [];
  const data = [...element.attributes].filter(isAbout);
  const written = data.map(({ value }) => /^url\(["']?(.*?)["']?\)$/.exec(value.trim())?.[1] ?? value);
  return written.flatMap((value) => {
    if (isUrl(value) || pictureFile.test(value)) return value;
    const largest = largestOf(parseSrcset(value))?.url ?? '';
    return pictureFile.test(largest) ? largest : [];
  });
}

function isSet({ name }: Attr): boolean {
  return name.includes('srcset');
}

function isAddress({ name, value }: Attr): boolean {
  return pictureFile.test(value) || (/src|orig|full|large|zoom|hi-?res/.test(name) && isUrl(value));
}

function isUrl(text: string): boolean {
  return /^(?:https?:)?\/\/\S+$|^\/\S+$/.test(text);
}

/** What a page without scripts would show in a placeholder's stead. */
export function noscriptAddresses(image: HTMLImageElement): string[] {
  const noscript = placesOf(image)
    .flatMap((place) => [place.nextElementSibling, place.previousElementSibling, ...place.children])
    .find((each) => each?.localName === 'noscript');
  if (!noscript) return [];
  const inside = new DOMParser()
    .parseFromString(noscript.textContent ?? '', 'text/html')
    .querySelector('img');
  if (!inside) return [];
  const largest = largestOf(parseSrcset(inside.getAttribute('srcset') ?? ''))?.url;
  return [largest, inside.getAttribute('src')].flatMap((each) => each ?? []);
}

/** The image, or its `picture`; and what is around that for its sake alone. */
function placesOf(image: HTMLImageElement): Element[] {
  const own = image.closest('picture') ?? image;
  const around = own.parentElement;
  return around?.querySelectorAll('img').length === 1 ? [own, around] : [own];
}
