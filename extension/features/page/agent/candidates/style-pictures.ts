import { absolute } from './image-addresses.ts';

const properties = ['content', 'backgroundImage', 'borderImageSource', 'maskImage'] as const;
const pseudoElements = [null, '::before', '::after'] as const;
/** `url("…")`, and in an `image-set` its resolution behind it. */
const address = /url\("((?:[^"\\]|\\.)*)"\)(?:\s+([\d.]+)(?:x|dppx))?/g;

/** The addresses of the pictures that an element's styles paint, each layer's sharpest. */
export function styleAddresses(element: Element): string[] {
  const view = element.ownerDocument.defaultView ?? window;
  const found = pseudoElements.flatMap((pseudo) => {
    const style = view.getComputedStyle(element, pseudo);
    if (pseudo && style.content === 'none') return [];
    return properties.flatMap((property) => addressesIn(style[property]));
  });
  return absolute(element, [...found, ...markerAddresses(element, view)]);
}

/** Everything inside a list inherits its mark's picture; only items show it. */
function markerAddresses(element: Element, view: Window): string[] {
  const { display, listStyleImage } = view.getComputedStyle(element);
  if (!display.includes('list-item')) return [];
  const { content } = view.getComputedStyle(element, '::marker');
  return [content, listStyleImage].flatMap(addressesIn);
}

/** Layers stand beside each other; of an `image-set` the sharpest picture comes first. */
function addressesIn(value: string): string[] {
  if (!value.includes('url(')) return [];
  const found = [...value.matchAll(address)].map(([, url = '', density = '1']) => ({
    url: url.replace(/\\(.)/g, '$1'),
    density: Number(density),
  }));
  return found.sort((a, b) => b.density - a.density).map(({ url }) => url);
}
