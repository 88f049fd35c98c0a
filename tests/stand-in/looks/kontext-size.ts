export type Size = { width: number; height: number };

/** Flux Kontext was trained on these; ComfyUI's FluxKontextImageScale takes the nearest aspect. */
const preferred: readonly [Size, ...Size[]] = [
  { width: 1024, height: 1024 },
  { width: 672, height: 1568 },
  { width: 688, height: 1504 },
  { width: 720, height: 1456 },
  { width: 752, height: 1392 },
  { width: 800, height: 1328 },
  { width: 832, height: 1248 },
  { width: 880, height: 1184 },
  { width: 944, height: 1104 },
  { width: 1104, height: 944 },
  { width: 1184, height: 880 },
  { width: 1248, height: 832 },
  { width: 1328, height: 800 },
  { width: 1392, height: 752 },
  { width: 1456, height: 720 },
  { width: 1504, height: 688 },
  { width: 1568, height: 672 },
];

/**
 * Size the model works at: sides multiples of 8 and nearly the source's aspect. The real model
 * knows one megapixel; less is for load tests that cannot spend seconds on each picture.
 */
export function kontextSize(source: Size, megapixels = 1): Size {
  const aspect = source.width / source.height;
  const distance = (size: Size) => Math.abs(aspect - size.width / size.height);
  const nearest = preferred.reduce((best, size) => (distance(size) < distance(best) ? size : best));
  const scale = Math.sqrt(megapixels);
  const side = (lengthPx: number) => Math.round((lengthPx * scale) / 8) * 8;
  return { width: side(nearest.width), height: side(nearest.height) };
}
