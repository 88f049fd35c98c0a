import { type CorpusCase, large, photo } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const thumb = photo('rocket', 300, 200);
const blankGif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const base = { target: '#t', shows: 'rocket', best: large } as const;
const img = (attributes: string) => `<img id="t" width="480" height="320" ${attributes}>`;

/** Pictures that scripts of the page load once they come into view. */
export const lazyCases: readonly CorpusCase[] = [
  {
    ...base,
    name: 'lazy-source-in-picture',
    html: () =>
      `<picture><source data-srcset="${rocket} 1200w">${img(`src="${blankGif}" data-src="${thumb}"`)}</picture>`,
  },
  {
    ...base,
    name: 'lazy-background',
    html: () =>
      `<div id="t" class="lazy" data-bg="${rocket}" style="width:480px;height:320px;background:#eee"></div>`,
  },
  {
    ...base,
    name: 'lazy-noscript-beside-the-wrapper',
    html: () => `<div class="w">${img(`src="${blankGif}"`)}</div><noscript><img src="${rocket}"></noscript>`,
  },
  {
    ...base,
    name: 'lazy-data-src-and-noscript',
    html: ({ cdn }) =>
      `<div class="w">${img(`class="lazyload" src="${blankGif}" data-sizes="auto" data-src="${cdn}${thumb}" data-srcset="${cdn}${thumb} 300w, ${cdn}${rocket} 1200w"`)}<noscript><img src="${cdn}${thumb}"></noscript></div>`,
  },
];
