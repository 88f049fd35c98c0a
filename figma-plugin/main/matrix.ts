import type { Matrix } from '../bridge/layer.ts';

/** First `inner`, then `outer`: the matrix of a child in its parent's coordinates, made absolute. */
export function multiply(outer: Matrix, inner: Matrix): Transform {
  const [[a, c, e], [b, d, f]] = outer;
  const [[p, r, t], [q, s, u]] = inner;
  return [
    [a * p + c * q, a * r + c * s, a * t + c * u + e],
    [b * p + d * q, b * r + d * s, b * t + d * u + f],
  ];
}

/** Figma's matrices keep unit axes, so the determinant is 0 only for a layer skewed flat. */
export function invert([[a, c, e], [b, d, f]]: Matrix): Transform {
  const determinant = a * d - b * c;
  return [
    [d / determinant, -c / determinant, (c * f - d * e) / determinant],
    [-b / determinant, a / determinant, (b * e - a * f) / determinant],
  ];
}
