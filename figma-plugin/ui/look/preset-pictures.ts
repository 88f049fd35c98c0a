import filmNoir from './pictures/film-noir.jpg';
import goldenHour from './pictures/golden-hour.jpg';
import neonNight from './pictures/neon-night.jpg';
import oilPainting from './pictures/oil-painting.jpg';
import pencilSketch from './pictures/pencil-sketch.jpg';
import watercolour from './pictures/watercolour.jpg';

/** Illustrations by preset id. In the bundle, because a panel has no folder to load them from. */
export const presetPictures: Readonly<Record<string, string>> = {
  'builtin.film-noir': filmNoir,
  'builtin.golden-hour': goldenHour,
  'builtin.neon-night': neonNight,
  'builtin.oil-painting': oilPainting,
  'builtin.pencil-sketch': pencilSketch,
  'builtin.watercolour': watercolour,
};
