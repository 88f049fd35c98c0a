export const illustrationPrompts = {
  'pencil-sketch': {
    strength: 0.85,
    safe: { from: 0.7, to: 1 },
    prompt:
      'Redraw this picture as a detailed graphite pencil sketch on white paper: confident contour lines, cross-hatching for the shadows, in shades of grey only. Keep the composition, the proportions, the faces and their expressions, and any text exactly as they are.',
  },
  'ink-drawing': {
    strength: 0.85,
    safe: { from: 0.7, to: 1 },
    prompt:
      'Redraw this picture as a drawing in black ink on white paper: lively brush lines of changing width, solid black shadows and two flat grey washes, in black and grey only. Keep the composition, the proportions, the position of every object, the likeness and expression of every face, and any text exactly as they are.',
  },
  'flat-illustration': {
    strength: 0.9,
    safe: { from: 0.75, to: 1 },
    prompt:
      'Turn this picture into a flat illustration: simplified shapes with clean edges, a few even colours taken from the picture, one simple shadow tone, smooth and even within each shape. Keep the composition, the position and silhouette of every object, the poses, the faces recognisable with their expressions, and any text exactly as they are.',
  },
  'comic-book': {
    strength: 0.85,
    safe: { from: 0.7, to: 1 },
    prompt:
      'Redraw this picture as a panel of a printed comic book: bold black outlines, bright flat colours, hard shadows and visible printing dots. Keep the composition, the camera angle, the poses, the likeness and expression of every face, every object in its place, and any text exactly as they are.',
  },
} as const;
