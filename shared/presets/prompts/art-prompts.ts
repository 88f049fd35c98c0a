export const paintingPrompts = {
  watercolour: {
    strength: 0.8,
    safe: { from: 0.65, to: 0.95 },
    prompt:
      'Turn this picture into a watercolour painting: transparent washes that bleed into each other, soft wet edges, visible paper texture and a little bare paper in the highlights. Keep the composition, the camera angle, the position of every object, the faces and their expressions, and any text exactly as they are.',
  },
  'oil-painting': {
    strength: 0.85,
    safe: { from: 0.7, to: 1 },
    prompt:
      'Repaint this picture as an oil painting on canvas: thick visible brush strokes that follow the forms, rich colours, soft transitions in the background. Keep the composition, the position of every object, the likeness and expression of every face, and any text exactly as they are.',
  },
  gouache: {
    strength: 0.85,
    safe: { from: 0.7, to: 1 },
    prompt:
      'Repaint this picture in gouache: matt, opaque paint laid in flat, confident brush strokes, a muted and warm range of colours, dry brush marks at the edges of areas. Keep the composition, the position and shape of every object, the likeness and expression of every face, and any text exactly as they are.',
  },
  'chalk-pastel': {
    strength: 0.85,
    safe: { from: 0.7, to: 1 },
    prompt:
      'Redraw this picture in chalk pastel on dark, rough paper: crumbly strokes of saturated colour, soft smudged transitions, the dark paper showing through in the shadows. Keep the composition, the position of every object, the likeness and expression of every face, and any text exactly as they are.',
  },
} as const;

export const printPrompts = {
  'screen-print': {
    strength: 0.85,
    safe: { from: 0.7, to: 1 },
    prompt:
      'Turn this picture into a pop art screen print: four flat, bold inks, large even areas, halftone dots in the middle tones and dark, simple contours. Keep the composition, the outline of every object, the faces recognisable with their expressions, and any text exactly as they are and readable.',
  },
  risograph: {
    strength: 0.85,
    safe: { from: 0.7, to: 1 },
    prompt:
      'Turn this picture into a risograph poster in two inks, fluorescent pink and blue, on off-white paper: grainy screens, overprinted darks and a slight misregistration between the inks. Keep the composition, the outline of every object, the faces recognisable with their expressions, and any text exactly as they are and readable.',
  },
  linocut: {
    strength: 0.9,
    safe: { from: 0.75, to: 1 },
    prompt:
      'Turn this picture into a linocut: dark green relief ink on cream paper with one ochre block behind it, carved lines that follow the forms, bold shapes and a slightly uneven print. Keep the composition, the outline of every object, the faces recognisable with their expressions, and any text exactly as they are and the right way round.',
  },
  cyanotype: {
    strength: 0.8,
    safe: { from: 0.65, to: 0.95 },
    prompt:
      'Turn this picture into a cyanotype: a sun print in Prussian blue on white cotton paper, with soft tones, the brushed edge of the coating visible at the borders and paper grain. Change only the colours and the surface; keep the composition, the people with their faces, every object and any text exactly as they are.',
  },
} as const;
