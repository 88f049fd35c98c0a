import { type CorpusCase, large, photo, small } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const base = { target: '#t', shows: 'rocket', best: large } as const;
const img = (attributes = '') => `<img width="480" height="320" src="${rocket}" ${attributes}>`;
const stack = (inner: string) => `<div style="position:relative;width:480px;height:320px">${inner}</div>`;
const cover = (more = '') => `<div id="t" style="position:absolute;inset:0" ${more}></div>`;
/** Listens at the outermost place before anybody else can, and lets nothing through. */
const keepAll = `for (const type of ['keydown', 'keyup', 'keypress', 'pointerdown', 'pointermove', 'pointerup', 'mousedown',
  'mousemove', 'mouseup', 'click', 'auxclick', 'contextmenu', 'focus', 'focusin'])
  addEventListener(type, (event) => { event.preventDefault(); event.stopImmediatePropagation(); }, { capture: true, passive: false });`;

/** Pictures that something lies over, or that let clicks through. */
export const coveredCases: readonly CorpusCase[] = [
  { ...base, name: 'cover', html: () => stack(img() + cover()) },
  { ...base, name: 'cover-that-listens', html: () => stack(img() + cover('onclick="1" onmousedown="1"')) },
  {
    ...base,
    name: 'cover-is-a-link',
    html: () => stack(`${img()}<a id="t" href="/x" style="position:absolute;inset:0"></a>`),
  },
  { ...base, name: 'lets-clicks-through', html: () => stack(img('id="t" style="pointer-events:none"')) },
  {
    ...base,
    name: 'tracker-on-top',
    html: () =>
      stack(
        `${img('id="t"')}<img src="${photo('chelsea', 1, 1)}" style="position:absolute;left:240px;top:160px">`,
      ),
  },
  {
    ...base,
    name: 'no-selecting',
    html: () => `<div style="user-select:none">${stack(img() + cover())}</div>`,
  },
  {
    ...base,
    name: 'clipped',
    html: () =>
      `<div style="width:300px;height:300px;overflow:hidden">${img('id="t" style="object-fit:cover"')}</div>`,
  },
  { ...base, name: 'turned-by-style', html: () => img('id="t" style="transform:rotate(8deg) scale(.9)"') },
  {
    ...base,
    name: 'carousel',
    html: () =>
      stack(`<img style="display:none" src="${photo('chelsea', 1200, 800)}">
    <img style="position:absolute;opacity:0" width="480" height="320" src="${photo('coffee', 1200, 800)}">
    ${img('style="position:absolute"')}${cover('style="position:absolute;inset:0" onclick="1"')}`),
  },
  { ...base, name: 'menu-blocked', html: () => `<div oncontextmenu="return false">${img('id="t"')}</div>` },
  {
    ...base,
    name: 'keeps-every-event',
    html: () => `<script>${keepAll}</script>${stack(img() + cover())}`,
  },
  {
    ...base,
    name: 'thumbnail-foreign-cut',
    best: small,
    html: ({ cdn }) =>
      `<img id="t" style="width:200px;height:200px;object-fit:cover" src="${cdn}${photo('rocket', 300, 200)}">`,
  },
  { ...base, name: 'in-a-disabled-button', html: () => `<button disabled>${img('id="t"')}</button>` },
];
