/*
 * The prompts follow Black Forest Labs' guide for Kontext: a command, the named style with its visible
 * marks, then what has to stay. https://docs.bfl.ai/guides/prompting_guide_kontext_i2i
 */

export const lightPrompts = {
  'golden-hour': {
    strength: 0.65,
    safe: { from: 0.5, to: 0.8 },
    prompt:
      'Relight this picture as if taken in the golden hour: a low, warm sun from the side, long soft shadows, a gentle glow and amber highlights. Change only the light and the colour of the sky; keep the composition, the people, their faces and clothes, every object and any text exactly as they are.',
  },
  'neon-night': {
    strength: 0.8,
    safe: { from: 0.65, to: 0.9 },
    prompt:
      'Change the scene to a rainy night lit by neon: magenta and cyan light on every surface, glowing edges, dark surroundings and wet reflections. Keep the composition, the camera angle, the people with their faces and poses, the shape of every object and any text exactly as they are.',
  },
  'window-light': {
    strength: 0.65,
    safe: { from: 0.5, to: 0.8 },
    prompt:
      'Relight this picture with window light: soft, slightly cool daylight from one large window on the left, gentle shadows falling to the right, bright airy whites and calm colours. Change only the light; keep the composition, the people with their faces and clothes, every object and its colour, and any text exactly as they are.',
  },
  'misty-morning': {
    strength: 0.7,
    safe: { from: 0.55, to: 0.85 },
    prompt:
      'Change the weather to a misty morning: pale mist that grows thicker with distance, soft diffused light, low contrast and muted, cool colours. Change only the air and the light; keep the composition, the camera angle, the people with their faces and clothes, every object in its place, and any text exactly as they are and readable.',
  },
} as const;

export const filmPrompts = {
  'film-noir': {
    strength: 0.75,
    safe: { from: 0.6, to: 0.9 },
    prompt:
      'Turn this picture into a black-and-white film noir still: hard side light, deep black shadows, bright highlights, fine film grain. Change only the light and the tones; keep the composition, the people, their faces and clothes, the background objects and any text exactly as they are.',
  },
  'teal-and-orange': {
    strength: 0.65,
    safe: { from: 0.5, to: 0.8 },
    prompt:
      'Give this picture a teal-and-orange colour grade as in a big cinema production: deep teal shadows, warm orange highlights and skin, rich contrast, a soft glow around lights and fine grain. Change only the colours and the contrast; keep the composition, the people with their faces and clothes, every object and any text exactly as they are.',
  },
  'colour-film': {
    strength: 0.65,
    safe: { from: 0.5, to: 0.8 },
    prompt:
      'Make this picture look as if shot on 1970s colour film: faded warm colours, lifted brownish shadows, creamy highlights, visible grain and a faint orange light leak at one edge. Change only the colours and the grain; keep the composition, the people with their faces and clothes, every object and any text exactly as they are.',
  },
  'instant-photo': {
    strength: 0.7,
    safe: { from: 0.55, to: 0.85 },
    prompt:
      'Turn this picture into an instant photo: soft focus, creamy highlights, slightly greenish shadows and a gentle flash, inside the classic white paper frame with its broad lower border. Keep the composition within the frame, the people with their faces and expressions, every object and any text exactly as they are, and leave the frame itself blank.',
  },
} as const;
