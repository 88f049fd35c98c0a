import chalkPastel from './pictures/chalk-pastel.webp';
import colourFilm from './pictures/colour-film.webp';
import colourSet from './pictures/colour-set.webp';
import comicBook from './pictures/comic-book.webp';
import cyanotype from './pictures/cyanotype.webp';
import darkStudio from './pictures/dark-studio.webp';
import duotone from './pictures/duotone.webp';
import filmNoir from './pictures/film-noir.webp';
import flatIllustration from './pictures/flat-illustration.webp';
import goldenHour from './pictures/golden-hour.webp';
import gouache from './pictures/gouache.webp';
import inkDrawing from './pictures/ink-drawing.webp';
import instantPhoto from './pictures/instant-photo.webp';
import linocut from './pictures/linocut.webp';
import mistyMorning from './pictures/misty-morning.webp';
import neonNight from './pictures/neon-night.webp';
import oilPainting from './pictures/oil-painting.webp';
import pencilSketch from './pictures/pencil-sketch.webp';
import risograph from './pictures/risograph.webp';
import screenPrint from './pictures/screen-print.webp';
import tealAndOrange from './pictures/teal-and-orange.webp';
import watercolour from './pictures/watercolour.webp';
import whiteStudio from './pictures/white-studio.webp';
import windowLight from './pictures/window-light.webp';

/** Illustrations by preset id. In the bundle, because a panel has no folder to load them from. */
export const presetPictures: Readonly<Record<string, string>> = {
  'builtin.chalk-pastel': chalkPastel,
  'builtin.colour-film': colourFilm,
  'builtin.colour-set': colourSet,
  'builtin.comic-book': comicBook,
  'builtin.cyanotype': cyanotype,
  'builtin.dark-studio': darkStudio,
  'builtin.duotone': duotone,
  'builtin.film-noir': filmNoir,
  'builtin.flat-illustration': flatIllustration,
  'builtin.golden-hour': goldenHour,
  'builtin.gouache': gouache,
  'builtin.ink-drawing': inkDrawing,
  'builtin.instant-photo': instantPhoto,
  'builtin.linocut': linocut,
  'builtin.misty-morning': mistyMorning,
  'builtin.neon-night': neonNight,
  'builtin.oil-painting': oilPainting,
  'builtin.pencil-sketch': pencilSketch,
  'builtin.risograph': risograph,
  'builtin.screen-print': screenPrint,
  'builtin.teal-and-orange': tealAndOrange,
  'builtin.watercolour': watercolour,
  'builtin.white-studio': whiteStudio,
  'builtin.window-light': windowLight,
};
