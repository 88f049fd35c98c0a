/**
 * Where a pixel lies in its screen cell: 0 in the middle of a dot, about 1 half way to the next.
 * A dot of ratio r is drawn where this is smaller than r.
 */
export function dotRatio(x: number, y: number, pitchPx: number, angle: number): number {
  const cos = Math.cos(angle);
  const sin = Math.sin(angle);
  const across = (x * cos + y * sin) / pitchPx;
  const down = (y * cos - x * sin) / pitchPx;
  return 2 * Math.hypot(across - Math.round(across), down - Math.round(down));
}
