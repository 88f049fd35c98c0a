/** The parts in braces are a person's to fill in; what follows the colon is sent when they leave it as it is. */
export const productPrompts = {
  'white-studio': {
    strength: 0.8,
    safe: { from: 0.65, to: 0.95 },
    prompt:
      'Place the main object in a white studio: a seamless pure white background, even soft light from both sides and a faint natural shadow below it. Change only the background and the light; keep the composition, the position, size and angle of the object, its shape, colours, materials, logos and any text on it, and any face or hand exactly as they are.',
  },
  'dark-studio': {
    strength: 0.8,
    safe: { from: 0.65, to: 0.95 },
    prompt:
      'Place the main object in a dark studio: a deep black background, one soft lamp from above, a thin rim of light along its edges and a subtle reflection below it. Change only the background and the light; keep the composition, the position, size and angle of the object, its shape, colours, materials, logos and any text on it, and any face or hand exactly as they are.',
  },
  'colour-set': {
    strength: 0.85,
    safe: { from: 0.7, to: 0.95 },
    prompt:
      'Place the main object on a colour set: a seamless paper backdrop in {colour: peach}, bright soft daylight from above and a gentle shadow below it. Change only the background and the light; keep the composition, the position, size and angle of the object, its shape, its own colours, materials, logos and any text on it, and any face or hand exactly as they are.',
  },
  duotone: {
    strength: 0.75,
    safe: { from: 0.6, to: 0.9 },
    prompt:
      'Turn this picture into a duotone of exactly two colours: {dark colour: midnight blue} for the shadows and {light colour: coral} for the highlights, with smooth steps between them and strong contrast. Change only the colours; keep the composition, every shape and detail, the faces and their expressions, and any text exactly as they are.',
  },
} as const;
