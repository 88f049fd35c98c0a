import { inView } from '../candidates/box.ts';

const minSidePx = 16;

/** A rectangle drawn by hand: from where the pointer went down to where it is. */
export function createDrawing() {
  let start: DOMPoint | null = null;
  let end: DOMPoint | null = null;
  const box = () => {
    if (!start || !end) return null;
    const [left, top] = [Math.min(start.x, end.x), Math.min(start.y, end.y)];
    return inView(new DOMRect(left, top, Math.abs(start.x - end.x), Math.abs(start.y - end.y)));
  };
  return {
    box,
    begin(xPx: number, yPx: number): void {
      start = new DOMPoint(xPx, yPx);
      end = start;
    },
    move(xPx: number, yPx: number): void {
      if (start) end = new DOMPoint(xPx, yPx);
    },
    /** The rectangle, where one was drawn that shows something. */
    finish(): DOMRect | null {
      const drawn = box();
      start = null;
      return drawn && drawn.width >= minSidePx && drawn.height >= minSidePx ? drawn : null;
    },
  };
}
