import type { CorpusCase } from './corpus-case.ts';

/** Pages that the browser's own menu knows a picture on: by far the quickest to go through. */
const quick = new Set([
  ...['plain', 'srcset-widths', 'src-beats-srcset', 'picture-types', 'lazy-data-src', 'lazy-noscript'],
  ...['link-to-the-large-file', 'data-zoom', 'input-image', 'svg-image-element', 'image-document'],
  ...['data-address', 'blob-address-revoked', 'webp', 'avif', 'gif-that-moves', 'cmyk', 'display-p3', 'heic'],
  ...[
    'svg-file',
    'cover',
    'shadow-open',
    'shadow-closed',
    'policy-nothing-allowed',
    'not-a-picture',
    'not-there',
  ],
]);

/** As many of them as `count`, others with each seed. */
export function sampleOf(cases: readonly CorpusCase[], count: number): CorpusCase[] {
  const seed = Number(process.env.RESTYLE_SEED) || 1;
  const candidates = cases.filter(({ name }) => quick.has(name));
  return Array.from({ length: count }, (_, i) => candidates[(seed + i * 7) % candidates.length]).flatMap(
    (each) => each ?? [],
  );
}
