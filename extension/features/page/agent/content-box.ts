import type { PictureFit } from '../messages.ts';

/** Where the picture itself stands in its element: within borders and padding. In CSS pixels of the viewport. */
export function contentBox(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const style = getComputedStyle(element);
  const edge = (side: 'Left' | 'Top' | 'Right' | 'Bottom') =>
    Number.parseFloat(style[`border${side}Width`]) + Number.parseFloat(style[`padding${side}`]);
  const [left, top] = [edge('Left'), edge('Top')];
  const width = box.width - left - edge('Right');
  const height = box.height - top - edge('Bottom');
  return new DOMRect(box.left + left, box.top + top, Math.max(width, 0), Math.max(height, 0));
}

export function fitOf(element: Element): PictureFit {
  const { objectFit, objectPosition } = getComputedStyle(element);
  return { widthPx: contentBox(element).width, objectFit, objectPosition };
}
