import { type CorpusCase, large, photo, small } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const base = { target: '#t', shows: 'rocket', best: large } as const;
const box = (style: string, more = '') =>
  `<style>#t{width:480px;height:320px;background-size:cover}${more}</style><div id="t" style="${style}"></div>`;

/** Pictures that styles paint. */
export const styleCases: readonly CorpusCase[] = [
  { ...base, name: 'background', html: () => box(`background-image:url(${rocket})`) },
  { ...base, name: 'background-foreign', html: ({ cdn }) => box(`background-image:url(${cdn}${rocket})`) },
  {
    ...base,
    name: 'background-under-text',
    html: () =>
      `<div id="b" style="width:480px;height:320px;background:url(${rocket}) 0/cover"><h1 id="t" style="margin:0;padding:100px 40px;color:#fff">A headline</h1></div>`,
  },
  {
    ...base,
    name: 'background-set',
    html: () => box(`background-image:image-set(url(${photo('rocket', 600, 400)}) 1x, url(${rocket}) 3x)`),
  },
  {
    ...base,
    name: 'background-layers',
    html: () => box(`background-image:linear-gradient(#0002,#0002),url(${rocket})`),
  },
  {
    ...base,
    name: 'background-by-variable',
    html: () => box('background-image:var(--p)', `:root{--p:url(${rocket})}`),
  },
  {
    ...base,
    name: 'content',
    html: () => `<div id="t" style="content:url(${rocket});width:480px;height:320px"></div>`,
  },
  {
    ...base,
    name: 'before',
    html: () =>
      box(
        'position:relative',
        `#t::before{content:'';position:absolute;inset:0;background:url(${rocket}) 0/cover}`,
      ),
  },
  {
    ...base,
    name: 'after-content',
    best: small,
    html: () => box('', `#t::after{content:url(${photo('rocket', 300, 200)})}`),
  },
  { ...base, name: 'mask', html: () => box(`background:#357;mask-image:url(${rocket})`) },
  {
    ...base,
    name: 'border-image',
    html: () =>
      `<div id="t" style="width:400px;height:240px;border:40px solid;border-image:url(${rocket}) 30% fill"></div>`,
  },
  {
    ...base,
    name: 'list-style',
    best: small,
    html: () =>
      `<ul><li id="t" style="margin-left:320px;height:200px;list-style-image:url(${photo('rocket', 300, 200)})">Rocket</li></ul>`,
  },
  {
    ...base,
    name: 'marker-content',
    best: small,
    html: () =>
      `<style>#t::marker{content:url(${photo('rocket', 300, 200)})}</style><ul style="margin-left:320px"><li id="t" style="height:200px">Rocket</li></ul>`,
  },
  {
    ...base,
    name: 'list-inside',
    best: small,
    html: () => `<ul style="list-style:url(${photo('rocket', 300, 200)}) inside"><li id="t">Rocket</li></ul>`,
  },
  {
    ...base,
    name: 'border-image-set',
    html: () =>
      `<div id="t" style="width:400px;height:240px;border:40px solid;border-image:image-set(url(${photo('rocket', 300, 200)}) 1x, url(${rocket}) 2x) 30% fill"></div>`,
  },
  {
    ...base,
    name: 'background-set-of-types',
    html: () =>
      `<div id="t" style="width:480px;height:320px;background:image-set('${photo('rocket', 1200, 800, 'avif')}' 2dppx type('image/avif'), '${photo('rocket', 300, 200)}' 1dppx) 0/cover"></div>`,
  },
  {
    ...base,
    name: 'content-over-an-image',
    html: () =>
      `<img id="t" width="480" height="320" src="${photo('coffee', 300, 200)}" style="content:url(${rocket})">`,
  },
  {
    ...base,
    name: 'svg-data-background',
    isReady: 'window.isThere',
    html: () =>
      `<div id="t" style="width:480px;height:320px"></div><script>(async()=>{const text = await (await fetch('${photo('rocket', 1200, 800, 'svg')}')).text(); document.querySelector('#t').style.background = 'url("data:image/svg+xml,' + encodeURIComponent(text) + '") 0/cover'; window.isThere=true})()</script>`,
  },
];
