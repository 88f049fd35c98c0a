import type { Matrix } from '../bridge/layer.ts';

type Sized = { readonly width: number; readonly height: number };
type Laid = Sized & { relativeTransform: Transform; resize?(width: number, height: number): void };

/**
 * Puts something of `size` where `matrix` says. Figma's matrices keep unit axes; a layer turned within
 * a skewed one is stretched on the canvas, and elsewhere that goes into its size.
 * https://developers.figma.com/docs/plugins/api/properties/nodes-relativetransform
 */
export function lay(node: Laid, [[a, c, e], [b, d, f]]: Matrix, { width, height }: Sized = node): void {
  const [across, down] = [Math.hypot(a, b), Math.hypot(c, d)];
  if (!isOne(across) || !isOne(down)) {
    node.resize?.(width * across, height * down);
    node.relativeTransform = [
      [a / across, c / down, e],
      [b / across, d / down, f],
    ];
    return;
  }
  if (node.width !== width || node.height !== height) node.resize?.(width, height);
  node.relativeTransform = [
    [a, c, e],
    [b, d, f],
  ];
}

const isOne = (length: number) => Math.abs(length - 1) < 1e-9;
