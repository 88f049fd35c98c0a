/** The two rows of a 2x3 matrix, as in Figma's `Transform`. */
export type Matrix = [[number, number, number], [number, number, number]];
export type Box = { x: number; y: number; width: number; height: number };

export const identity: Matrix = [
  [1, 0, 0],
  [0, 1, 0],
];

export function multiply([[a, c, e], [b, d, f]]: Matrix, [[p, r, t], [q, s, u]]: Matrix): Matrix {
  return [
    [a * p + c * q, a * r + c * s, a * t + c * u + e],
    [b * p + d * q, b * r + d * s, b * t + d * u + f],
  ];
}

export function invert([[a, c, e], [b, d, f]]: Matrix): Matrix {
  const determinant = a * d - b * c;
  return [
    [d / determinant, -c / determinant, (c * f - d * e) / determinant],
    [-b / determinant, a / determinant, (b * e - a * f) / determinant],
  ];
}

export function rotated(degrees: number, x: number, y: number): Matrix {
  const angle = (degrees * Math.PI) / 180;
  const [sin, cos] = [Math.sin(angle), Math.cos(angle)];
  return [
    [cos, sin, x],
    [-sin, cos, y],
  ];
}

/** How something is turned, flipped and skewed, at another place. */
export function movedTo([[a, c], [b, d]]: Matrix, x: number, y: number): Matrix {
  return [
    [a, c, x],
    [b, d, y],
  ];
}

export function apply([[a, c, e], [b, d, f]]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

/** The upright box around a turned one. */
export function boundsOf(matrix: Matrix, width: number, height: number): Box {
  const corners = [0, width].flatMap((x) => [0, height].map((y) => apply(matrix, x, y)));
  return around(corners.map(([x, y]) => ({ x, y, width: 0, height: 0 })));
}

export function around(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  const right = Math.max(...boxes.map((box) => box.x + box.width));
  const bottom = Math.max(...boxes.map((box) => box.y + box.height));
  return { x, y, width: right - x, height: bottom - y };
}

/** What two boxes share, or `null`. */
export function shared(one: Box, other: Box): Box | null {
  const x = Math.max(one.x, other.x);
  const y = Math.max(one.y, other.y);
  const width = Math.min(one.x + one.width, other.x + other.width) - x;
  const height = Math.min(one.y + one.height, other.y + other.height) - y;
  return width > 0 && height > 0 ? { x, y, width, height } : null;
}

export function grown({ x, y, width, height }: Box, byPx: number): Box {
  return { x: x - byPx, y: y - byPx, width: width + 2 * byPx, height: height + 2 * byPx };
}

/** Figma's matrices turn, flip and skew, but never scale. */
export function hasUnitAxes([[a, c], [b, d]]: Matrix): boolean {
  return Math.abs(Math.hypot(a, b) - 1) < 1e-6 && Math.abs(Math.hypot(c, d) - 1) < 1e-6;
}
