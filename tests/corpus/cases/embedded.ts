import { type CorpusCase, large, photo } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const drawing = photo('rocket', 1200, 800, 'svg');
const base = { target: '#t', shows: 'rocket', best: large } as const;
const sized = 'width="480" height="320"';
const frame = (src: string) => `<iframe id="t" width="560" height="400" src="${src}"></iframe>`;
/** In the place of a body; with rows of 100 % the middle of the frame is beside its picture. */
const frameset = (rows: string, src: string) =>
  `<frameset cols="600,*" ${rows}><frame id="t" src="${src}"><frame src="/frame/nothing"></frameset>`;
const shown = { widthPx: 560, heightPx: 400 };

/** Documents within documents, and ones that are no HTML. */
export const embeddedCases: readonly CorpusCase[] = [
  {
    ...base,
    name: 'object-svg',
    html: () => `<object id="t" type="image/svg+xml" ${sized} data="${drawing}"></object>`,
  },
  {
    ...base,
    name: 'object-svg-foreign',
    html: ({ cdn }) => `<object id="t" type="image/svg+xml" ${sized} data="${cdn}${drawing}"></object>`,
  },
  { ...base, name: 'embed-svg', html: () => `<embed id="t" type="image/svg+xml" ${sized} src="${drawing}">` },
  { ...base, name: 'frame-svg', html: () => `<iframe id="t" ${sized} src="${drawing}"></iframe>` },
  {
    ...base,
    name: 'frame-picture-foreign',
    html: ({ cdn }) => `<iframe id="t" width="600" height="440" src="${cdn}${rocket}"></iframe>`,
  },
  { ...base, name: 'svg-document', html: () => '', path: drawing, target: 'image' },
  { ...base, name: 'xhtml', html: () => '', path: '/xhtml' },
  { ...base, name: 'frame-foreign-in-foreign', html: ({ cdn }) => frame(`${cdn}/frame/outer`) },
  { ...base, name: 'frameset', html: () => frameset('rows="100%,*"', '/frame/plain') },
  { ...base, name: 'frameset-foreign', html: ({ cdn }) => frameset('rows="400,*"', `${cdn}/frame/plain`) },
  { ...base, name: 'frame-foreign-background', best: shown, html: ({ cdn }) => frame(`${cdn}/frame/full`) },
  { ...base, name: 'frame-foreign-covered', html: ({ cdn }) => frame(`${cdn}/frame/covered`) },
];
