import { colourAt, type Picture, paint } from './picture.ts';
import { type Plane, valueAt } from './plane.ts';
import { scaleColour } from './tone.ts';

/** Lightness in soft steps, hue untouched: the flat shading of drawn film and print. */
export function stepLightness(picture: Picture, light: Plane, steps: number): Picture {
  return paint(picture, (index) => {
    const value = Math.max(0.02, valueAt(light, index));
    const nearest = Math.round(value * steps);
    const stepped = (nearest + 0.5 * Math.tanh((value * steps - nearest) * 5)) / steps;
    return scaleColour(colourAt(picture, index), stepped / value);
  });
}
