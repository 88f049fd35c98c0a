import { boxOf } from '../candidates/box.ts';
import { absolute } from '../candidates/image-addresses.ts';
import { dataUrlOf } from '../outbox.ts';
import { readPicture } from '../read-picture.ts';

/** What styles of the page may say about a drawing, and what the drawing would lose without it. */
const properties = [
  ...['fill', 'fill-opacity', 'fill-rule', 'color', 'opacity', 'display', 'visibility', 'paint-order'],
  ...['stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-dashoffset'],
  ...[
    'stroke-linecap',
    'stroke-linejoin',
    'stroke-miterlimit',
    'vector-effect',
    'stop-color',
    'stop-opacity',
  ],
  ...['font-family', 'font-size', 'font-weight', 'font-style', 'letter-spacing', 'text-anchor'],
  ...['dominant-baseline', 'transform', 'transform-origin', 'transform-box', 'mix-blend-mode'],
  ...['clip-path', 'clip-rule', 'mask', 'filter', 'marker-start', 'marker-mid', 'marker-end'],
];

const maxImages = 8;
const xlink = 'http://www.w3.org/1999/xlink';

/** An inline SVG as an address of its own: its styles and pictures inside, and what it uses of its page. */
export async function drawingUrl(svg: SVGSVGElement): Promise<string> {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  for (const [index, element] of [copy, ...copy.querySelectorAll('*')].entries()) {
    const original = originals[index];
    if (original) element.setAttribute('style', styleOf(original));
  }
  const { width, height } = boxOf(svg);
  copy.setAttribute('width', String(width));
  copy.setAttribute('height', String(height));
  // Where the drawing stands on its page is no part of it.
  copy.style.transform = 'none';
  addWhatIsUsed(svg, copy);
  await putImagesIn(copy, svg);
  const text = new XMLSerializer().serializeToString(copy);
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
}

function styleOf(element: Element): string {
  const style = (element.ownerDocument.defaultView ?? window).getComputedStyle(element);
  return properties.map((property) => `${property}:${style.getPropertyValue(property)}`).join(';');
}

/** Gradients and symbols may be defined elsewhere on the page. */
function addWhatIsUsed(svg: SVGSVGElement, copy: SVGSVGElement): void {
  const root = svg.getRootNode() as Document | ShadowRoot;
  const defs = svg.ownerDocument.createElementNS(svg.namespaceURI, 'defs');
  const look = [copy as Element];
  for (const element of look) {
    for (const [, id = ''] of element.outerHTML.matchAll(/(?:href="|url\((?:&quot;|["'])?)#([^"')&]+)/g)) {
      const isThere = [copy, defs].some((each) => each.querySelector(`#${CSS.escape(id)}`));
      const used = isThere ? null : root.getElementById(id);
      if (!used) continue;
      const usedCopy = used.cloneNode(true) as Element;
      defs.append(usedCopy);
      look.push(usedCopy);
    }
  }
  copy.prepend(defs);
}

/** A drawing that is shown as a picture loads nothing: what it shows has to be in it. */
async function putImagesIn(copy: SVGSVGElement, { baseURI }: Node): Promise<void> {
  for (const image of [...copy.querySelectorAll('image')].slice(0, maxImages)) {
    const href = image.getAttribute('href') ?? image.getAttributeNS(xlink, 'href') ?? '';
    const [url = ''] = absolute({ baseURI } as Node, [href]);
    if (!/^(?:https?|blob):/.test(url)) continue;
    const read = await readPicture(url);
    if (!read.ok) throw new Error('A picture in the drawing cannot be read');
    image.setAttribute('href', await dataUrlOf(read.blob));
  }
}
