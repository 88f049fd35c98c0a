import { blur } from '../pixels/blur.ts';
import { cloudNoise, relief } from '../pixels/noise.ts';
import { luminancePlane, paint } from '../pixels/picture.ts';
import { mapPlane, valueAt } from '../pixels/plane.ts';
import { clamp, contrast, gradient, hex, mixColours, scaleColour, smoothStep } from '../pixels/tone.ts';
import type { Look } from './look.ts';

const prussian = [hex('#04142e'), hex('#0b3263'), hex('#2c6aa3'), hex('#9cc3dc'), hex('#f4f3ea')] as const;
const paper = hex('#f3efe2');

/** Sun print: iron blue brushed by hand on rag paper, so the coating ends in bristle marks. */
export const cyanotype: Look = (source, { random }) => {
  const light = luminancePlane(source);
  const local = blur(light, 30);
  const exposed = mapPlane(light, (value, index) =>
    contrast(value + 0.3 * (value - valueAt(local, index)), 0.5),
  );
  const fibres = cloudNoise(source, { cellPx: 5, octaves: 3, random });
  const coating = cloudNoise(source, { cellPx: 220, octaves: 4, random });
  const brush = cloudNoise(
    { width: source.width, height: source.height },
    { cellPx: 70, octaves: 5, random },
  );
  const reach = Math.min(source.width, source.height);
  return paint(source, (index, x, y) => {
    const rim = Math.min(x, y, source.width - 1 - x, source.height - 1 - y) / reach;
    const coated = smoothStep(0, 0.018, rim - 0.012 - 0.05 * valueAt(brush, index));
    const uneven = 0.16 * (valueAt(coating, index) - 0.5) + 0.1 * (valueAt(fibres, index) - 0.5);
    const blue = gradient(prussian, clamp(valueAt(exposed, index) + uneven));
    const tooth = 1 + 0.16 * relief(fibres, index, x, y);
    return scaleColour(mixColours(paper, blue, coated), tooth);
  });
};
