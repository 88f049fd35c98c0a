import { byPrompt } from '#shared/engines/on-device/looks/by-prompt.ts';
import { chalkPastel } from '#shared/engines/on-device/looks/chalk-pastel.ts';
import { colourSet } from '#shared/engines/on-device/looks/colour-set.ts';
import { cyanotype } from '#shared/engines/on-device/looks/cyanotype.ts';
import { comicBook, flatIllustration, gouache } from '#shared/engines/on-device/looks/drawn.ts';
import { duotone } from '#shared/engines/on-device/looks/duotone.ts';
import { filmNoir } from '#shared/engines/on-device/looks/film-noir.ts';
import { goldenHour } from '#shared/engines/on-device/looks/golden-hour.ts';
import {
  darkStudio,
  mistyMorning,
  tealAndOrange,
  whiteStudio,
  windowLight,
} from '#shared/engines/on-device/looks/grades.ts';
import { inkDrawing } from '#shared/engines/on-device/looks/ink.ts';
import { instant } from '#shared/engines/on-device/looks/instant.ts';
import { linocut } from '#shared/engines/on-device/looks/linocut.ts';
import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { neon } from '#shared/engines/on-device/looks/neon.ts';
import { oilPainting } from '#shared/engines/on-device/looks/oil-painting.ts';
import { pencil } from '#shared/engines/on-device/looks/pencil.ts';
import { popArt } from '#shared/engines/on-device/looks/pop-art.ts';
import { risograph } from '#shared/engines/on-device/looks/risograph.ts';
import { vintage } from '#shared/engines/on-device/looks/vintage.ts';
import { watercolour } from '#shared/engines/on-device/looks/watercolour.ts';

/** Every sample look, and the words that ask for it, be it in a prompt or in a preset's id. */
export const looks: Readonly<Record<string, { words: RegExp; look: Look }>> = {
  watercolour: { words: /water[- ]?colou?r|aquarelle/i, look: watercolour },
  gouache: { words: /gouache|poster paint/i, look: gouache },
  pencil: { words: /pencil|sketch|graphite|charcoal|line[- ]drawing/i, look: pencil },
  'ink drawing': { words: /\bink\b|line[- ]art/i, look: inkDrawing },
  'chalk pastel': { words: /\bpastels?\b|\bchalks?\b/i, look: chalkPastel },
  'flat illustration': { words: /flat[- ]illustration|\bvectors?\b/i, look: flatIllustration },
  comic: { words: /comic|graphic novel|cartoon/i, look: comicBook },
  'film noir': { words: /\bfilm[- ]noir|\bnoir\b|black[- ]and[- ]white|monochrome/i, look: filmNoir },
  neon: { words: /\bneon\b|cyber[- ]?punk|synth[- ]?wave|vapor[- ]?wave/i, look: neon },
  'oil painting': { words: /\boils?\b|impasto|van gogh|palette knife|impressionis[mt]/i, look: oilPainting },
  'golden hour': { words: /golden[- ]hour|sunset|sunrise|\bdusk\b|warm light/i, look: goldenHour },
  'window light': { words: /window[- ]light|by a window|north light/i, look: windowLight },
  'misty morning': { words: /\bmist|\bfogg?y?\b|\bhaz[ey]/i, look: mistyMorning },
  'teal and orange': { words: /teal[- ]and[- ]orange|blockbuster|cinematic/i, look: tealAndOrange },
  'pop art': { words: /pop[- ]art|warhol|screen[- ]?print|halftone/i, look: popArt },
  risograph: { words: /\briso/i, look: risograph },
  linocut: { words: /\blino|wood[- ]?(cut|block)|block[- ]print/i, look: linocut },
  instant: { words: /polaroid|\binstant\b/i, look: instant },
  vintage: {
    words: /vintage|retro|analog|\b(19)?[5-8]0s\b|\bfilm\b(?![- ]noir)|old photo/i,
    look: vintage,
  },
  cyanotype: { words: /cyanotype|sun[- ]?print|prussian|blueprint/i, look: cyanotype },
  'white studio': { words: /white[- ]studio|white (background|backdrop)|packshot/i, look: whiteStudio },
  'dark studio': { words: /dark[- ]studio|black (background|backdrop)|low[- ]key/i, look: darkStudio },
  'colour set': { words: /colou?r[- ]set|paper backdrop|coloured backdrop/i, look: colourSet },
  duotone: { words: /duo[- ]?tone|two[- ]tone/i, look: duotone },
};

/** The look named first; words that name none get a grade of their own. */
export function chooseLook(words: string): Look {
  const named = Object.values(looks)
    .map(({ words: pattern, look }) => ({ look, place: words.search(pattern) }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place);
  return named[0]?.look ?? byPrompt;
}
