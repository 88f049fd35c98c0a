import { type CorpusCase, large, photo } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const base = { target: '#t', shows: 'rocket', best: large } as const;
const img = (attributes: string) => `<img id="t" width="600" height="400" ${attributes}>`;

/** Pictures that their hosts, or policies of the page, keep to themselves. */
export const guardedCases: readonly CorpusCase[] = [
  { ...base, name: 'hotlink-check', html: ({ hot }) => img(`src="${hot}${rocket}"`) },
  { ...base, name: 'members-only', html: ({ members }) => img(`src="${members}${rocket}"`) },
  {
    ...base,
    name: 'answers-once-shared',
    html: ({ once }) => img(`crossorigin src="${once}${photo('rocket', 1200, 800)}?a"`),
  },
  {
    ...base,
    name: 'answers-once',
    best: { widthPx: 600, heightPx: 400 },
    html: ({ once }) => img(`src="${once}${photo('rocket', 1200, 800)}?b"`),
  },
  {
    ...base,
    name: 'policy-nothing-allowed',
    headers: {
      'Content-Security-Policy':
        "default-src 'none'; img-src *; style-src 'unsafe-inline'; require-trusted-types-for 'script'",
    },
    html: () => img(`src="${rocket}"`),
  },
  {
    ...base,
    name: 'policy-nothing-allowed-foreign',
    headers: { 'Content-Security-Policy': "default-src 'none'; img-src *; style-src 'unsafe-inline'" },
    html: ({ cdn }) => img(`src="${cdn}${rocket}"`),
  },
  {
    ...base,
    name: 'policy-sandbox',
    headers: { 'Content-Security-Policy': 'sandbox allow-scripts' },
    html: () => img(`src="${rocket}"`),
  },
  {
    ...base,
    name: 'isolated-page',
    headers: {
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Embedder-Policy': 'credentialless',
    },
    html: ({ cdn }) => img(`src="${cdn}${rocket}"`),
  },
  {
    ...base,
    name: 'referrer-kept-back',
    headers: { 'Referrer-Policy': 'no-referrer' },
    html: () => img(`src="${rocket}"`),
  },
  {
    ...base,
    name: 'not-a-picture',
    best: null,
    html: () => img(`src="${photo('rocket', 1200, 800, 'html')}" alt="Sign in"`),
  },
  { ...base, name: 'not-there', best: null, html: () => img('src="/nothing.jpg" alt="Gone"') },
  {
    ...base,
    name: 'policy-sandbox-without-scripts',
    headers: { 'Content-Security-Policy': 'sandbox' },
    html: ({ cdn }) => img(`src="${cdn}${rocket}"`),
  },
];
