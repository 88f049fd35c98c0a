import { type CorpusCase, large, photo } from '../corpus-case.ts';

const base = { target: '#t', shows: 'rocket', best: large } as const;
const of = (name: string, format: string, more: Partial<CorpusCase> = {}): CorpusCase => ({
  ...base,
  name,
  html: () =>
    `<img id="t" width="480" height="320" alt="A rocket" src="${photo('rocket', 1200, 800, format)}">`,
  ...more,
});

/** Kinds of files. */
export const formatCases: readonly CorpusCase[] = [
  of('webp', 'webp'),
  of('avif', 'avif'),
  of('gif', 'gif'),
  of('gif-that-moves', 'moving-gif'),
  of('webp-that-moves', 'moving-webp'),
  of('png-of-16-bits', 'png16'),
  of('display-p3', 'p3'),
  of('cmyk', 'cmyk'),
  of('jpeg-on-its-side', 'turned'),
  of('heic', 'heic', { best: null }),
  of('tiff', 'tiff', { best: null }),
  // A drawing has as many pixels as one draws it with.
  of('svg-file', 'svg'),
  of('svg-file-foreign', 'svg', {
    html: ({ cdn }) =>
      `<img id="t" width="480" height="320" src="${cdn}${photo('rocket', 1200, 800, 'svg')}">`,
  }),
  of('png-that-moves', 'moving-png'),
  of('svg-with-entities', 'entities'),
  of('svg-in-its-address', 'svg', {
    html: () => `<img id="t" width="480" height="320"><script>(async () => {
      const text = await (await fetch('${photo('rocket', 1200, 800, 'svg')}')).text();
      document.querySelector('#t').src = 'data:image/svg+xml;utf8,' + encodeURIComponent(text);
    })()</script>`,
    isReady: `document.querySelector('#t').naturalWidth > 0`,
  }),
];
