import { panelWords } from '#shared/i18n/en/panel.ts';
import type { Preset } from '#shared/presets/preset.ts';

const words = panelWords.builtInPresets;

/** `slug` names the preset's words and, with `.webp`, its illustration. */
function builtIn(slug: keyof typeof words, strength: number, prompt: string): Preset {
  return {
    version: 1,
    id: `builtin.${slug}`,
    ...words[slug],
    prompt,
    strength,
    builtIn: true,
    picture: `${slug}.webp`,
  };
}

/**
 * What every install starts with. The prompts follow Black Forest Labs' guide for Kontext: a command,
 * the named style with its visible marks, then what has to stay.
 * https://docs.bfl.ai/guides/prompting_guide_kontext_i2i
 */
export const builtInPresets: readonly Preset[] = [
  builtIn(
    'watercolour',
    0.8,
    'Turn this picture into a watercolour painting: transparent washes that bleed into each other, soft wet edges, visible paper texture and a little bare paper in the highlights. Keep the composition, the camera angle, the position of every object, the faces and their expressions, and any text exactly as they are.',
  ),
  builtIn(
    'pencil-sketch',
    0.85,
    'Redraw this picture as a detailed graphite pencil sketch on white paper: confident contour lines, cross-hatching for the shadows, no colour. Keep the composition, the proportions, the faces and their expressions, and any text exactly as they are.',
  ),
  builtIn(
    'film-noir',
    0.75,
    'Turn this picture into a black-and-white film noir still: hard side light, deep black shadows, bright highlights, fine film grain. Change only the light and the tones; keep the composition, the people, their faces and clothes, the background objects and any text exactly as they are.',
  ),
  builtIn(
    'neon-night',
    0.8,
    'Change the scene to a rainy night lit by neon: magenta and cyan light on every surface, glowing edges, dark surroundings and wet reflections. Keep the composition, the camera angle, the people with their faces and poses, the shape of every object and any text exactly as they are.',
  ),
  builtIn(
    'oil-painting',
    0.85,
    'Repaint this picture as an oil painting on canvas: thick visible brush strokes that follow the forms, rich colours, soft transitions in the background. Keep the composition, the position of every object, the likeness and expression of every face, and any text exactly as they are.',
  ),
  builtIn(
    'golden-hour',
    0.65,
    'Relight this picture as if taken in the golden hour: a low, warm sun from the side, long soft shadows, a gentle glow and amber highlights. Change only the light and the colour of the sky; keep the composition, the people, their faces and clothes, every object and any text exactly as they are.',
  ),
];
