type Size = { width: number; height: number };

export type GridPlan = {
  /** Of the whole frame. */
  size: Size;
  picture: Size;
  fontSize: number;
  /** Upper left corner of a variant's picture, in the frame. */
  cellAt(index: number): { x: number; y: number };
};

/** Variants in rows, about as many across as down, each with room for a line of words under it. */
export function planGrid(box: Size, count: number): GridPlan {
  const columns = Math.ceil(Math.sqrt(count));
  const rows = Math.ceil(count / columns);
  const fontSize = Math.round(Math.min(Math.max(box.width / 20, 12), 48));
  const gap = 2 * fontSize;
  const step = { x: box.width + gap, y: box.height + 2.5 * fontSize + gap };
  return {
    size: { width: gap + columns * step.x, height: gap + rows * step.y },
    picture: { width: box.width, height: box.height },
    fontSize,
    cellAt: (index) => ({
      x: gap + (index % columns) * step.x,
      y: gap + Math.floor(index / columns) * step.y,
    }),
  };
}
