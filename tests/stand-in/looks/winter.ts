import { blur } from '../pixels/blur.ts';
import { cloudNoise } from '../pixels/noise.ts';
import { colourAt, luminanceOf, paint, type Rgb } from '../pixels/picture.ts';
import { createPlane, type Plane, valueAt } from '../pixels/plane.ts';
import { between, type Random } from '../pixels/random.ts';
import {
  contrastColour,
  cornerRatio,
  gradient,
  hex,
  mixColours,
  saturate,
  scaleColour,
  screen,
} from '../pixels/tone.ts';
import type { Look } from './look.ts';

const frost = [hex('#0b1836'), hex('#2f5a92'), hex('#86b2dc'), hex('#dcebf6'), hex('#ffffff')] as const;

function addFlake(sky: Plane, flake: { x: number; y: number; radiusPx: number; light: number }): void {
  const reach = Math.ceil(flake.radiusPx);
  for (let y = Math.floor(flake.y) - reach; y <= flake.y + reach; y++) {
    for (let x = Math.floor(flake.x) - reach; x <= flake.x + reach; x++) {
      if (x < 0 || y < 0 || x >= sky.width || y >= sky.height) continue;
      const away = Math.hypot(x - flake.x, (y - flake.y) * 0.85) / flake.radiusPx;
      if (away < 1)
        sky.values[y * sky.width + x] = valueAt(sky, y * sky.width + x) + flake.light * (1 - away ** 3);
    }
  }
}

/** Many small far flakes, a few large ones near the lens. */
function snowfall(size: { width: number; height: number }, random: Random): Plane {
  const sky = createPlane(size.width, size.height);
  for (let count = 0; count < 1100; count++) {
    const near = random() ** 6;
    addFlake(sky, {
      x: random() * size.width,
      y: random() * size.height,
      radiusPx: 1.6 + 15 * near,
      light: between(random, 0.5, 1) * (1 - 0.45 * near),
    });
  }
  return blur(sky, 0.9);
}

function chill(colour: Rgb): Rgb {
  const cold = mixColours(saturate(colour, 0.7), gradient(frost, luminanceOf(colour) * 0.92), 0.55);
  return contrastColour(cold, 0.4);
}

export const winter: Look = (source, { random }) => {
  const snow = snowfall(source, random);
  const mist = cloudNoise(source, { cellPx: 300, octaves: 4, random });
  return paint(source, (index, x, y) => {
    const low = (y / source.height) ** 2;
    const fog = 0.02 + 0.3 * valueAt(mist, index) * (0.4 + low) + 0.14 * cornerRatio(source, x, y) ** 2;
    const air = screen(chill(colourAt(source, index)), scaleColour(hex('#b9d2ea'), fog));
    return screen(air, scaleColour([1, 1, 1], Math.min(0.95, valueAt(snow, index))));
  });
};
