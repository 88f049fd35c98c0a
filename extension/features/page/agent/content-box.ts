import type { PictureFit } from '../messages.ts';
import { styleOf } from './following/ancestors.ts';

/** Where the picture itself stands in its element: within borders and padding. In CSS pixels of the viewport. */
export function contentBox(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const style = styleOf(element);
  // Edges grow with the element where it is scaled.
  const { offsetWidth = 0, offsetHeight = 0 } = element as HTMLElement;
  const [scaleX, scaleY] = [
    box.width / (offsetWidth || box.width),
    box.height / (offsetHeight || box.height),
  ];
  const edge = (side: 'Left' | 'Top' | 'Right' | 'Bottom') =>
    Number.parseFloat(style[`border${side}Width`]) + Number.parseFloat(style[`padding${side}`]);
  const [left, top] = [edge('Left') * scaleX, edge('Top') * scaleY];
  const width = box.width - left - edge('Right') * scaleX;
  const height = box.height - top - edge('Bottom') * scaleY;
  return new DOMRect(box.left + left, box.top + top, Math.max(width, 0), Math.max(height, 0));
}

export function fitOf(element: Element): PictureFit {
  const { objectFit, objectPosition } = styleOf(element);
  return { widthPx: contentBox(element).width, objectFit, objectPosition };
}
