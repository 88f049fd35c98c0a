import { brushwork } from '../pixels/abstraction.ts';
import { blur } from '../pixels/blur.ts';
import { slopeOf, steepness } from '../pixels/flow.ts';
import { cloudNoise, relief } from '../pixels/noise.ts';
import { colourAt, colourBetween, luminancePlane, type Picture, paint, type Rgb } from '../pixels/picture.ts';
import { type Plane, valueAt } from '../pixels/plane.ts';
import type { Random } from '../pixels/random.ts';
import { clamp, contrastColour, hex, mixColours, multiply, saturate, smoothStep } from '../pixels/tone.ts';
import type { Look } from './look.ts';

const paper = hex('#fbf8f0');

/** Outlines as a hand draws them: sampled a few pixels beside where they are. */
function wobble(picture: Picture, random: Random): Picture {
  const across = cloudNoise(picture, { cellPx: 26, octaves: 3, random });
  const down = cloudNoise(picture, { cellPx: 26, octaves: 3, random });
  return paint(picture, (index, x, y) =>
    colourBetween(picture, x + 16 * (valueAt(across, index) - 0.5), y + 16 * (valueAt(down, index) - 0.5)),
  );
}

/** More pigment makes a colour denser, less lets the paper through (Bousseau et al. 2006). */
function withPigment(colour: Rgb, density: number): Rgb {
  const channel = (value: number) => clamp(value - (value - value * value) * (density - 1));
  return [channel(colour[0]), channel(colour[1]), channel(colour[2])];
}

function wash(colour: Rgb): Rgb {
  const lit = (value: number) => 0.1 + 0.9 * clamp(value) ** 0.7;
  return saturate(contrastColour([lit(colour[0]), lit(colour[1]), lit(colour[2])], 0.3), 1.45);
}

/** How much paint a place has: 0 on the bare rim of the sheet, above 1 where a wash dried. */
function sheetMask(picture: Picture, torn: Plane) {
  const reach = Math.min(picture.width, picture.height);
  return (index: number, x: number, y: number): number => {
    const rim = Math.min(x, y, picture.width - 1 - x, picture.height - 1 - y) / reach;
    return rim - 0.008 - 0.055 * valueAt(torn, index);
  };
}

export const watercolour: Look = (source, { random }) => {
  const flat = wobble(brushwork(source, 7, 2.5), random);
  const rims = blur(steepness(slopeOf(luminancePlane(flat))), 1.2);
  const clouds = cloudNoise(source, { cellPx: 150, octaves: 4, random });
  const grains = blur(cloudNoise(source, { cellPx: 4, octaves: 2, random }), 0.8);
  const inside = sheetMask(source, cloudNoise(source, { cellPx: 90, octaves: 5, random }));
  return paint(source, (index, x, y) => {
    const rim = inside(index, x, y);
    const dried = smoothStep(0.02, 0, Math.abs(rim - 0.004)) * 0.5;
    const pooled = Math.min(1.1, 9 * valueAt(rims, index));
    const density =
      1 + 0.9 * (valueAt(clouds, index) - 0.5) + 0.7 * (valueAt(grains, index) - 0.5) + pooled + dried;
    const painted = withPigment(wash(colourAt(flat, index)), density);
    const tooth = 1 + 0.22 * relief(grains, index, x, y);
    const covered = mixColours(paper, multiply(painted, paper), smoothStep(-0.004, 0.006, rim));
    return [covered[0] * tooth, covered[1] * tooth, covered[2] * tooth];
  });
};
