import { type CorpusCase, large, photo, small } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const thumb = photo('rocket', 300, 200);
const img = (attributes: string) => `<img id="t" width="480" height="320" alt="A rocket" ${attributes}>`;

const blankGif = 'data:image/gif;base64,R0lGODlhAQABAIAAAAAAAP///yH5BAEAAAAALAAAAAABAAEAAAIBRAA7';
const loaded = `document.querySelector('#t').naturalWidth > 0`;
const base = { target: '#t', shows: 'rocket', best: large } as const;

/** Pictures that are files: one address, several, none at first, or a larger one beside it. */
export const fileCases: readonly CorpusCase[] = [
  { ...base, name: 'plain', html: () => img(`src="${rocket}"`) },
  { ...base, name: 'plain-foreign', html: ({ cdn }) => img(`src="${cdn}${rocket}"`) },
  { ...base, name: 'plain-shared', html: ({ open }) => img(`src="${open}${rocket}"`) },
  {
    ...base,
    name: 'small-foreign-on-screen-in-full',
    best: small,
    html: ({ cdn }) => `<img id="t" src="${cdn}${photo('rocket', 300, 200)}">`,
  },
  {
    ...base,
    name: 'srcset-widths',
    html: () =>
      img(
        `src="${thumb}" sizes="300px" srcset="${thumb} 300w, ${photo('rocket', 600, 400)} 600w, ${rocket} 1200w"`,
      ),
  },
  {
    ...base,
    name: 'srcset-densities-foreign',
    html: ({ cdn }) =>
      img(`src="${cdn}${thumb}" srcset="${cdn}${photo('rocket', 600, 400)} 2x, ${cdn}${rocket} 4x"`),
  },
  {
    ...base,
    name: 'src-beats-srcset',
    html: () =>
      img(`src="${rocket}" sizes="300px" srcset="${thumb} 300w, ${photo('rocket', 600, 400)} 600w"`),
  },
  {
    ...base,
    name: 'picture-types',
    html: () => `<picture><source type="image/avif" srcset="${photo('rocket', 600, 400, 'avif')} 600w, ${photo('rocket', 1200, 800, 'avif')} 1200w" sizes="300px">
      <source type="image/webp" srcset="${photo('rocket', 600, 400, 'webp')}">${img(`src="${thumb}"`)}</picture>`,
  },
  {
    ...base,
    name: 'picture-other-cut-for-phones',
    html: () => `<picture><source media="(max-width: 500px)" srcset="${photo('chelsea', 2000, 2000)}">
      <source media="(min-width: 501px)" srcset="${thumb} 300w, ${rocket} 1200w" sizes="300px">${img(`src="${photo('chelsea', 800, 800)}"`)}</picture>`,
  },
  { ...base, name: 'lazy-data-src', html: () => img(`src="${blankGif}" data-src="${rocket}"`) },
  {
    ...base,
    name: 'lazy-data-srcset-foreign',
    html: ({ cdn }) => img(`src="${blankGif}" data-srcset="${cdn}${thumb} 300w, ${cdn}${rocket} 1200w"`),
  },
  {
    ...base,
    name: 'lazy-noscript',
    html: () => `${img(`src="${blankGif}"`)}<noscript><img src="${rocket}"></noscript>`,
  },
  {
    ...base,
    name: 'lazy-native',
    html: () => `<div style="height:4000px"></div>${img(`loading="lazy" src="${rocket}"`)}`,
  },
  { ...base, name: 'link-to-the-large-file', html: () => `<a href="${rocket}">${img(`src="${thumb}"`)}</a>` },
  {
    ...base,
    name: 'link-to-another-picture',
    best: small,
    html: () => `<a href="${photo('chelsea', 1200, 800)}">${img(`src="${thumb}"`)}</a>`,
  },
  { ...base, name: 'data-zoom', html: () => img(`src="${thumb}" data-zoom-image="${rocket}"`) },
  { ...base, name: 'name-with-size', html: () => img(`src="${thumb}"`) },
  { ...base, name: 'query-with-size', html: () => img(`src="/sized/rocket-1200x800.jpg?w=300"`) },
  {
    ...base,
    name: 'shared-picture-of-the-page',
    html: () => `<meta property="og:image" content="/photo/large/rocket-1200x800.jpg">
      <img id="t" width="900" height="600" src="/photo/once-small/rocket-301x201.jpg">`,
  },
  {
    ...base,
    name: 'input-image',
    html: () => `<input id="t" type="image" width="480" height="320" src="${rocket}">`,
  },
  {
    ...base,
    name: 'svg-image-element',
    html: () =>
      `<svg width="480" height="320"><image id="t" width="480" height="320" href="${rocket}"/></svg>`,
  },
  {
    ...base,
    name: 'object',
    html: () => `<object id="t" type="image/jpeg" width="480" height="320" data="${rocket}"></object>`,
  },
  {
    ...base,
    name: 'embed',
    html: () => `<embed id="t" type="image/jpeg" width="480" height="320" src="${rocket}">`,
  },
  { ...base, name: 'image-document', html: () => '', path: rocket, target: 'img' },
  {
    ...base,
    name: 'data-address',
    html: () => `${img('')}<script>${setTo('data')}</script>`,
    isReady: loaded,
  },
  {
    ...base,
    name: 'data-address-over-2-mb',
    best: { widthPx: 1800, heightPx: 1200 },
    html: () => `${img('')}<script>${setTo('data', photo('rocket', 1800, 1200, 'png'))}</script>`,
    isReady: loaded,
  },
  {
    ...base,
    name: 'blob-address',
    html: () => `${img('')}<script>${setTo('blob')}</script>`,
    isReady: loaded,
  },
  {
    ...base,
    name: 'blob-address-revoked',
    html: () => `${img('')}<script>${setTo('revoked')}</script>`,
    isReady: loaded,
  },
  {
    ...base,
    name: 'base-address',
    html: ({ open }) => `<base href="${open}/elsewhere/">${img('src="../photo/rocket-1200x800.jpg"')}`,
  },
];

/** Script of a page that makes its own address for a picture. */
function setTo(kind: 'data' | 'blob' | 'revoked', url = rocket): string {
  const address =
    kind === 'data'
      ? 'await new Promise(r => { const f = new FileReader(); f.onload = () => r(f.result); f.readAsDataURL(blob); })'
      : 'URL.createObjectURL(blob)';
  const after = kind === 'revoked' ? 't.onload = () => URL.revokeObjectURL(t.src);' : '';
  return `(async () => { const blob = await (await fetch('${url}')).blob(); const t = document.querySelector('#t');
    ${after} t.src = ${address}; })()`;
}
