import { type CorpusCase, large, photo } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
/** Under a name that tells nothing of a larger one. */
const tiny = '/photo/rocket-00030x00020.jpg';
const base = { target: '#t', shows: 'rocket', best: large } as const;
const onScreen = { widthPx: 480, heightPx: 320 };
const sized = 'width="480" height="320"';
const stack = (inner: string, more = '') =>
  `<div style="position:relative;width:480px;height:320px;overflow:hidden" ${more}>${inner}</div>`;
const whole = 'position:absolute;inset:0;width:100%;height:100%';
const cover = `<div id="t" style="${whole}"></div>`;
const shadow = (inner: string, light = '') =>
  `<x-gallery style="display:block;width:480px;height:320px"><template shadowrootmode="open">${inner}</template>${light}</x-gallery>`;
const slide = (name: 'coffee' | 'chelsea' | 'rocket', atPx: number, id = '') =>
  `<div ${id} style="position:absolute;left:${atPx}px;width:480px;height:320px;background:url(${photo(name, 1200, 800)}) 0/cover"></div>`;

/** How sites of today put their pictures together. */
export const siteCases: readonly CorpusCase[] = [
  {
    ...base,
    name: 'blur-up-before-the-large-one',
    html: () =>
      stack(`<img src="${tiny}" style="${whole};filter:blur(8px)"><img data-src="${rocket}" style="${whole};opacity:0">
        ${cover}`),
  },
  {
    ...base,
    name: 'blur-up-with-noscript',
    html: () =>
      stack(
        `<img id="t" src="${tiny}" style="${whole}"><noscript><img src="${photo('rocket', 600, 400)}" srcset="${photo('rocket', 600, 400)} 600w, ${rocket} 1200w"></noscript>`,
      ),
  },
  {
    ...base,
    name: 'blur-up-in-the-background',
    html: () =>
      stack(`<img id="t" src="${rocket}" style="${whole}">`, '').replace(
        'overflow:hidden',
        `overflow:hidden;background:url(${tiny}) 0/cover`,
      ),
  },
  {
    ...base,
    name: 'slides-moved-aside',
    html: () =>
      stack(
        `<div style="${whole};transform:translateX(-480px)">${slide('coffee', 0)}${slide('rocket', 480)}${slide('chelsea', 960)}</div>${cover}`,
      ),
  },
  {
    ...base,
    name: 'slides-faded',
    html: () =>
      stack(
        `<div style="${whole};opacity:0">${slide('coffee', 0)}</div><div style="${whole}">${slide('rocket', 0)}</div><div style="${whole};visibility:hidden">${slide('chelsea', 0)}</div>${cover}`,
      ),
  },
  {
    ...base,
    name: 'element-with-slot',
    html: () => shadow(`<slot></slot>`, `<img id="t" ${sized} src="${rocket}">`),
  },
  {
    ...base,
    name: 'element-with-slot-under-its-veil',
    html: () =>
      shadow(
        `<div style="position:relative"><slot></slot><div style="${whole};background:linear-gradient(#0000,#0008)"></div></div>`,
        `<img ${sized} src="${rocket}">`,
      ).replace('<x-gallery', '<x-gallery id="t"'),
  },
  {
    ...base,
    name: 'element-in-a-frame',
    html: () => '<iframe id="t" width="560" height="400" src="/frame/shadow"></iframe>',
  },
  {
    ...base,
    name: 'cut-out-by-a-mask',
    html: () => `<img id="t" ${sized} src="${rocket}" style="mask:radial-gradient(#000 60%,#0000)">`,
  },
  {
    ...base,
    name: 'cut-out-by-a-path',
    html: () =>
      `<div id="t" style="width:480px;height:320px;clip-path:circle(45%)"><img ${sized} src="${rocket}"></div>`,
  },
  {
    ...base,
    name: 'veil-that-lets-through',
    html: () =>
      stack(
        `<img id="t" ${sized} src="${rocket}"><div style="${whole};background:#0003;pointer-events:none"></div>`,
      ),
  },
  {
    ...base,
    name: 'map-of-links',
    html: () =>
      `<img ${sized} src="${rocket}" usemap="#m"><map name="m"><area id="t" shape="rect" coords="0,0,480,320" href="/x"></map>`,
    target: 'img',
  },
  {
    ...base,
    name: 'lightbox-in-a-dialog',
    html: () =>
      `<img ${sized} src="${photo('coffee', 300, 200)}"><dialog id="d"><img id="t" ${sized} src="${rocket}"></dialog><script>document.querySelector('#d').showModal()</script>`,
  },
  {
    ...base,
    name: 'lightbox-over-a-gallery',
    html: () =>
      `<img ${sized} src="${photo('coffee', 300, 200)}"><div style="position:fixed;inset:0;background:#000c"><img style="margin:60px auto" ${sized} src="${rocket}"><div id="t" style="position:absolute;inset:0"></div></div>`,
  },
  {
    ...base,
    name: 'behind-the-whole-page',
    html: () =>
      `<style>body{background:url(${rocket}) center/cover;height:700px;margin:0}</style><h1 id="t" style="padding:200px 40px">A headline</h1>`,
  },
  {
    ...base,
    name: 'foreign-object',
    html: () =>
      `<svg id="s" ${sized}><foreignObject width="480" height="320"><img xmlns="http://www.w3.org/1999/xhtml" id="t" ${sized} src="${rocket}"/></foreignObject></svg>`,
  },
  {
    ...base,
    name: 'shown-in-the-place-of-an-object',
    html: () => `<object data="/nothing.pdf"><img id="t" ${sized} src="${rocket}"></object>`,
  },
  {
    ...base,
    name: 'background-of-a-blob-revoked',
    best: onScreen,
    isReady: 'window.isThere',
    html: () =>
      `<div id="t" style="width:480px;height:320px"></div><script>(async () => { const blob = await (await fetch('${rocket}')).blob();
        const url = URL.createObjectURL(blob); const image = new Image(); image.src = url; await image.decode();
        document.querySelector('#t').style.background = 'url(' + url + ') 0/cover';
        requestAnimationFrame(() => requestAnimationFrame(() => { URL.revokeObjectURL(url); window.isThere = true; })); })()</script>`,
  },
  {
    ...base,
    name: 'zoomed-by-style',
    html: () => `<div style="zoom:1.5"><img id="t" width="320" height="213" src="${rocket}"></div>`,
  },
  {
    ...base,
    name: 'card-that-is-a-link-all-over',
    html: () =>
      `<article style="position:relative;width:480px"><img ${sized} src="${rocket}"><h2>A rocket</h2><a id="t" href="/x" style="position:absolute;inset:0 0 60px 0"></a></article>`,
  },
];
