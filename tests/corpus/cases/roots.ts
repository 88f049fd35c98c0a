import { type CorpusCase, large, photo } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const base = { target: '#t', shows: 'rocket', best: large } as const;
const img = (src = rocket) => `<img width="480" height="320" src="${src}">`;
const shadow = (mode: string, inner: string) =>
  `<div id="t" style="width:480px;height:320px"><template shadowrootmode="${mode}">${inner}</template></div>`;
const frame = (attributes: string) => `<iframe id="t" width="560" height="400" ${attributes}></iframe>`;
const asSrcdoc = (html: string) => `srcdoc="${html.replaceAll('"', '&quot;')}"`;
/** A frame shows its picture after the page has loaded. */
const inFrame = `document.querySelector('#t').contentDocument?.querySelector('img')?.naturalWidth > 0`;

/** Pictures in shadow roots and frames. */
export const rootCases: readonly CorpusCase[] = [
  { ...base, name: 'shadow-open', html: () => shadow('open', img()) },
  { ...base, name: 'shadow-closed', html: () => shadow('closed', img()) },
  { ...base, name: 'shadow-in-shadow', html: () => shadow('open', `<div>${shadow('closed', img())}</div>`) },
  {
    ...base,
    name: 'shadow-closed-background',
    html: () => shadow('closed', `<div style="height:320px;background:url(${rocket}) 0/cover"></div>`),
  },
  { ...base, name: 'frame', html: () => frame('src="/frame/plain"'), isReady: inFrame },
  { ...base, name: 'frame-background', html: () => frame('src="/frame/background"') },
  { ...base, name: 'frame-in-frame', html: () => frame('src="/frame/nested"') },
  { ...base, name: 'frame-srcdoc', html: () => frame(asSrcdoc(img())), isReady: inFrame },
  { ...base, name: 'frame-foreign', html: ({ cdn }) => frame(`src="${cdn}/frame/plain"`) },
  { ...base, name: 'frame-sandboxed', html: () => frame('sandbox src="/frame/plain"') },
];

/** What stands in the frames, on whichever host. */
export const framePages: Readonly<Record<string, string>> = {
  plain: img(),
  background: `<div style="width:480px;height:320px;background:url(${rocket}) 0/cover"></div>`,
  shadow: shadow('closed', img()),
  covered: `<div style="position:relative;width:540px;height:380px"><img style="width:540px;height:380px;object-fit:cover" src="${rocket}"><div style="position:absolute;inset:0"></div></div>`,
  full: `<div style="position:absolute;inset:0;background:url(${rocket}) 0/cover"></div>`,
  /** In a frame of another origin, the site's own. */
  outer: '<iframe width="520" height="360" src="//www.site.localhost/frame/plain"></iframe>',
  nested: '<iframe width="520" height="360" src="/frame/plain"></iframe>',
};
