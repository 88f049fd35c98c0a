/**
 * How a stage is looked at: how many times larger, and by how much of its own size it is moved. Pictures side by
 * side share one, and so show the same place.
 */
export type Zoomed = { scale: number; x: number; y: number };

/** A place on the stage, in parts of its size from its middle: -0.5..0.5. */
export type Place = { x: number; y: number };

export const whole: Zoomed = { scale: 1, x: 0, y: 0 };
const maxScale = 16;

/** Nothing beside the stage's edge is ever shown. */
function clamped({ scale, x, y }: Zoomed): Zoomed {
  const most = (scale - 1) / 2;
  const within = (offset: number) => Math.min(most, Math.max(-most, offset));
  return { scale, x: within(x), y: within(y) };
}

/** So many times nearer, with what lies at the place staying there. */
export function zoomAt(view: Zoomed, factor: number, at: Place = { x: 0, y: 0 }): Zoomed {
  const scale = Math.min(maxScale, Math.max(1, view.scale * factor));
  const moved = (offset: number, place: number) => place - (place - offset) * (scale / view.scale);
  return clamped({ scale, x: moved(view.x, at.x), y: moved(view.y, at.y) });
}

/** Moved along with a pointer, in parts of the stage's size. */
export function panBy(view: Zoomed, x: number, y: number): Zoomed {
  return clamped({ scale: view.scale, x: view.x + x, y: view.y + y });
}
