import { blur, blurPicture } from '../pixels/blur.ts';
import { stretchPicture } from '../pixels/levels.ts';
import { cloudNoise, grain } from '../pixels/noise.ts';
import { colourAt, luminanceOf, paint, type Rgb } from '../pixels/picture.ts';
import { valueAt } from '../pixels/plane.ts';
import { between, createRandom, hashText, pick } from '../pixels/random.ts';
import {
  clamp,
  contrastColour,
  cornerRatio,
  gradient,
  hsl,
  mixColours,
  saturate,
  scaleColour,
} from '../pixels/tone.ts';
import type { Look } from './look.ts';

/** Hues of the colours people name, in turns. */
const namedHues: readonly (readonly [RegExp, number])[] = [
  [/\bred\b|crimson|scarlet/i, 0.99],
  [/\borange\b|copper/i, 0.07],
  [/\byellow\b|\bgold\b/i, 0.13],
  [/\bgreen\b|emerald|mossy?\b/i, 0.36],
  [/\bteal\b|turquoise|\bcyan\b/i, 0.5],
  [/\bblue\b|ocean|\bsea\b/i, 0.6],
  [/\bpurple\b|violet|lavender/i, 0.76],
  [/\bpink\b|magenta|\brose\b/i, 0.91],
];

type Pair = readonly [light: number, shade: number];

/** Hues of light and shade that flatter each other, in turns. */
const pairs: readonly [Pair, ...Pair[]] = [
  [0.09, 0.55],
  [0.04, 0.68],
  [0.13, 0.62],
  [0.95, 0.5],
  [0.44, 0.74],
  [0.56, 0.05],
  [0.83, 0.58],
  [0.16, 0.92],
];

/** A grade in two hues, its contrast and colour: all read from the words. */
function gradeFor(prompt: string) {
  const text = createRandom(hashText(prompt.trim().toLowerCase()));
  const named = namedHues.find(([words]) => words.test(prompt))?.[1];
  const [light, shade] =
    named === undefined ? pick(text, pairs) : [named, named + between(text, -0.07, 0.07)];
  const turn = between(text, -0.03, 0.03);
  return {
    tones: [
      hsl(shade + turn, 0.55, 0.05),
      hsl(shade + turn, 0.42, 0.27),
      hsl(light + turn, 0.5, 0.62),
      hsl(light + turn, 0.7, 0.95),
    ] as const,
    cover: named === undefined ? between(text, 0.45, 0.75) : 0.7,
    colour: between(text, 0.7, 1.7),
    contrast: between(text, 0.15, 0.75),
    gamma: between(text, 0.7, 1.25),
    softness: between(text, 0, 0.7),
  };
}

/** For words no other look knows: always visibly changed, always the same for the same words. */
export const byPrompt: Look = (source, { random, prompt }) => {
  const grade = gradeFor(prompt);
  const exposed = stretchPicture(source);
  const soft = blurPicture(exposed, 10);
  const drift = cloudNoise(source, { cellPx: 340, octaves: 3, random });
  const specks = blur(grain(source.width, source.height, random), 0.7);
  return paint(source, (index, x, y) => {
    const own = mixColours(colourAt(exposed, index), colourAt(soft, index), 0.5 * grade.softness);
    const lifted: Rgb = [
      clamp(own[0]) ** grade.gamma,
      clamp(own[1]) ** grade.gamma,
      clamp(own[2]) ** grade.gamma,
    ];
    const tone = luminanceOf(lifted) + 0.16 * (valueAt(drift, index) - 0.5);
    const graded = mixColours(saturate(lifted, grade.colour), gradient(grade.tones, tone), grade.cover);
    const dark = 1 - 0.3 * cornerRatio(source, x, y) ** 2.4;
    const speck = 0.025 * valueAt(specks, index);
    const [red, green, blue] = scaleColour(contrastColour(graded, grade.contrast), dark);
    return [red + speck, green + speck, blue + speck];
  });
};
