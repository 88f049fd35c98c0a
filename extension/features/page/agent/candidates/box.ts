/** Where an element stands in the viewport the agent is in: the offsets of the frames it is in are added. */
export function boxOf(element: Element): DOMRect {
  const box = element.getBoundingClientRect();
  const frame = frameOf(element);
  if (!frame) return box;
  const outer = boxOf(frame);
  return new DOMRect(
    outer.x + frame.clientLeft + paddingOf(frame, 'Left') + box.x,
    outer.y + frame.clientTop + paddingOf(frame, 'Top') + box.y,
    box.width,
    box.height,
  );
}

/** The frame an element is in, as far as the agent's own document; `null` where it is in that one. */
export function frameOf(element: Element): Element | null {
  const view = element.ownerDocument.defaultView;
  return view === null || view === window ? null : view.frameElement;
}

function paddingOf(element: Element, side: 'Left' | 'Top'): number {
  return Number.parseFloat(getComputedStyle(element)[`padding${side}`]) || 0;
}

/** The part of a box that the viewport shows, in CSS pixels. */
export function inView(box: DOMRect): DOMRect {
  const [left, top] = [Math.max(box.left, 0), Math.max(box.top, 0)];
  const [right, bottom] = [Math.min(box.right, innerWidth), Math.min(box.bottom, innerHeight)];
  return new DOMRect(left, top, Math.max(right - left, 0), Math.max(bottom - top, 0));
}

export function areaOf({ width, height }: DOMRect): number {
  return width * height;
}
