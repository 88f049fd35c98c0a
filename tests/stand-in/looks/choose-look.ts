import { anime } from './anime.ts';
import { blueprint } from './blueprint.ts';
import { byPrompt } from './by-prompt.ts';
import { comic } from './comic.ts';
import { cyanotype } from './cyanotype.ts';
import { filmNoir } from './film-noir.ts';
import { goldenHour } from './golden-hour.ts';
import type { Look } from './look.ts';
import { mosaic } from './mosaic.ts';
import { neon } from './neon.ts';
import { oilPainting } from './oil-painting.ts';
import { pencilSketch } from './pencil-sketch.ts';
import { pixelArt } from './pixel-art.ts';
import { popArt } from './pop-art.ts';
import { stainedGlass } from './stained-glass.ts';
import { vintage } from './vintage.ts';
import { watercolour } from './watercolour.ts';
import { winter } from './winter.ts';

/** Every look the stand-in can draw, and the words that ask for it. */
export const looks: Readonly<Record<string, { words: RegExp; look: Look }>> = {
  watercolour: { words: /water[- ]?colou?r|aquarelle|gouache/i, look: watercolour },
  'pencil sketch': { words: /pencil|sketch|graphite|charcoal|line drawing/i, look: pencilSketch },
  'film noir': { words: /\bnoir\b|black[- ]and[- ]white|monochrome|detective/i, look: filmNoir },
  neon: { words: /\bneon\b|cyber ?punk|synth ?wave|vapor ?wave/i, look: neon },
  'oil painting': { words: /\boils?\b|impasto|van gogh|palette knife|impressionis[mt]/i, look: oilPainting },
  'golden hour': { words: /golden[- ]hour|sunset|sunrise|\bdusk\b|warm light/i, look: goldenHour },
  'pop art': { words: /pop[- ]art|warhol|screen ?print|halftone/i, look: popArt },
  comic: { words: /comic|graphic novel|cartoon|superhero/i, look: comic },
  anime: { words: /anime|manga|ghibli|cel[- ]shad/i, look: anime },
  blueprint: { words: /blueprint|technical drawing|schematic/i, look: blueprint },
  cyanotype: { words: /cyanotype|sun ?print|prussian/i, look: cyanotype },
  'pixel art': { words: /pixel|8[- ]?bit|16[- ]?bit|retro game/i, look: pixelArt },
  mosaic: { words: /mosaic|\btiles?\b/i, look: mosaic },
  'stained glass': { words: /stained[- ]glass|cathedral/i, look: stainedGlass },
  vintage: { words: /vintage|polaroid|retro|19[5-8]0s|\b[5-8]0s\b|faded|old photo/i, look: vintage },
  winter: { words: /winter|snow|frost|\bicy?e?\b/i, look: winter },
};

/** The look named first in the prompt; a prompt that names none gets a grade of its own. */
export function chooseLook(prompt: string): Look {
  const named = Object.values(looks)
    .map(({ words, look }) => ({ look, place: prompt.search(words) }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place);
  return named[0]?.look ?? byPrompt;
}
