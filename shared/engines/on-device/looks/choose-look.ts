import { byPrompt } from '#shared/engines/on-device/looks/by-prompt.ts';
import { cyanotype } from '#shared/engines/on-device/looks/cyanotype.ts';
import { filmNoir } from '#shared/engines/on-device/looks/film-noir.ts';
import { goldenHour } from '#shared/engines/on-device/looks/golden-hour.ts';
import type { Look } from '#shared/engines/on-device/looks/look.ts';
import { neon } from '#shared/engines/on-device/looks/neon.ts';
import { oilPainting } from '#shared/engines/on-device/looks/oil-painting.ts';
import { pencil } from '#shared/engines/on-device/looks/pencil.ts';
import { popArt } from '#shared/engines/on-device/looks/pop-art.ts';
import { vintage } from '#shared/engines/on-device/looks/vintage.ts';
import { watercolour } from '#shared/engines/on-device/looks/watercolour.ts';

/** Every sample look, and the words that ask for it, be it in a prompt or in a preset's id. */
export const looks: Readonly<Record<string, { words: RegExp; look: Look }>> = {
  watercolour: { words: /water[- ]?colou?r|aquarelle|gouache/i, look: watercolour },
  pencil: { words: /pencil|sketch|graphite|charcoal|line[- ]drawing/i, look: pencil },
  'film noir': { words: /\bfilm[- ]noir|\bnoir\b|black[- ]and[- ]white|monochrome/i, look: filmNoir },
  neon: { words: /\bneon\b|cyber[- ]?punk|synth[- ]?wave|vapor[- ]?wave/i, look: neon },
  'oil painting': { words: /\boils?\b|impasto|van gogh|palette knife|impressionis[mt]/i, look: oilPainting },
  'golden hour': { words: /golden[- ]hour|sunset|sunrise|\bdusk\b|warm light/i, look: goldenHour },
  'pop art': { words: /pop[- ]art|warhol|screen[- ]?print|halftone|comic/i, look: popArt },
  vintage: {
    words: /vintage|polaroid|retro|analog|\b(19)?[5-8]0s\b|\bfilm\b(?![- ]noir)|old photo/i,
    look: vintage,
  },
  cyanotype: { words: /cyanotype|sun[- ]?print|prussian|blueprint/i, look: cyanotype },
};

/** The look named first; words that name none get a grade of their own. */
export function chooseLook(words: string): Look {
  const named = Object.values(looks)
    .map(({ words: pattern, look }) => ({ look, place: words.search(pattern) }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place);
  return named[0]?.look ?? byPrompt;
}
