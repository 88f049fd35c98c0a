import { type CorpusCase, large, photo } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const base = { target: '#t', shows: 'rocket', best: large, isReady: 'window.isDrawn' } as const;
const onScreen = { widthPx: 480, heightPx: 320 };
const canvas =
  '<canvas id="t" width="1200" height="800" style="width:480px;height:320px;display:block"></canvas>';
const withImage = (src: string, script: string, cors = '') =>
  `<script>const image = new Image(); ${cors} image.onload = () => { ${script}; window.isDrawn = true; }; image.src = '${src}';</script>`;
const draw2d = `document.querySelector('#t').getContext('2d').drawImage(image, 0, 0)`;

/** Draws a texture over the whole canvas. */
const webgl = (loop: boolean) => `const gl = document.querySelector('#t').getContext('webgl');
  const shader = (type, text) => { const s = gl.createShader(type); gl.shaderSource(s, text); gl.compileShader(s); return s; };
  const program = gl.createProgram();
  gl.attachShader(program, shader(gl.VERTEX_SHADER, 'attribute vec2 p; varying vec2 v; void main(){v=vec2(p.x+1.,1.-p.y)/2.;gl_Position=vec4(p,0,1);}'));
  gl.attachShader(program, shader(gl.FRAGMENT_SHADER, 'precision mediump float; varying vec2 v; uniform sampler2D t; void main(){gl_FragColor=texture2D(t,v);}'));
  gl.linkProgram(program); gl.useProgram(program);
  gl.bindBuffer(gl.ARRAY_BUFFER, gl.createBuffer());
  gl.bufferData(gl.ARRAY_BUFFER, new Float32Array([-1,-1,3,-1,-1,3]), gl.STATIC_DRAW);
  gl.enableVertexAttribArray(0); gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
  gl.bindTexture(gl.TEXTURE_2D, gl.createTexture());
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_S, gl.CLAMP_TO_EDGE); gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_WRAP_T, gl.CLAMP_TO_EDGE);
  gl.texParameteri(gl.TEXTURE_2D, gl.TEXTURE_MIN_FILTER, gl.LINEAR);
  gl.texImage2D(gl.TEXTURE_2D, 0, gl.RGBA, gl.RGBA, gl.UNSIGNED_BYTE, image);
  const draw = () => { gl.drawArrays(gl.TRIANGLES, 0, 3); ${loop ? 'requestAnimationFrame(draw);' : ''} }; draw()`;

const video = `<video id="t" muted autoplay style="width:480px;height:320px;display:block"></video>`;
const stream = `const source = document.createElement('canvas'); source.width = 1200; source.height = 800;
  const context = source.getContext('2d'); const t = document.querySelector('#t');
  setInterval(() => context.drawImage(image, 0, 0), 50); t.srcObject = source.captureStream(10);
  t.onloadeddata = () => { window.hasFrame = true; }`;

/** Pictures that are in no file, or no longer. */
export const drawnCases: readonly CorpusCase[] = [
  { ...base, name: 'canvas', html: () => canvas + withImage(rocket, draw2d) },
  {
    ...base,
    name: 'canvas-foreign',
    best: onScreen,
    html: ({ cdn }) => canvas + withImage(`${cdn}${rocket}`, draw2d),
  },
  { ...base, name: 'webgl-once', html: () => canvas + withImage(rocket, webgl(false)) },
  { ...base, name: 'webgl-always', html: () => canvas + withImage(rocket, webgl(true)) },
  {
    ...base,
    name: 'canvas-larger-than-the-window',
    best: { widthPx: 1200, heightPx: 700 },
    html: ({ cdn }) =>
      `<canvas id="t" width="1200" height="800" style="display:block;width:1600px;height:1067px"></canvas>${withImage(`${cdn}${rocket}`, draw2d)}`,
  },
  { ...base, name: 'video-frame', html: () => video + withImage(rocket, stream), isReady: 'window.hasFrame' },
  {
    ...base,
    name: 'video-poster',
    isReady: 'true',
    html: () =>
      `<video id="t" preload="none" controls width="480" height="320" poster="${rocket}" src="/nothing.webm"></video>`,
  },
  {
    ...base,
    name: 'svg-inline-with-styles',
    isReady: 'true',
    html: () => `<style>.frame{fill:none;stroke:#fff;stroke-width:2px}</style>
      <svg id="t" width="480" height="320" viewBox="0 0 480 320"><image width="480" height="320" href="${rocket}"/><rect class="frame" x="4" y="4" width="20" height="20"/></svg>`,
  },
  {
    ...base,
    name: 'svg-inline-use',
    isReady: 'true',
    html: () => `<svg width="0" height="0"><symbol id="s" viewBox="0 0 480 320"><image width="480" height="320" href="${rocket}"/></symbol></svg>
      <svg id="t" width="480" height="320"><use href="#s"/></svg>`,
  },
  {
    ...base,
    name: 'drawing-with-html-inside',
    isReady: 'true',
    best: onScreen,
    html: () =>
      `<svg id="t" width="480" height="320"><foreignObject width="480" height="320"><div xmlns="http://www.w3.org/1999/xhtml" style="width:480px;height:320px;background:url(${rocket}) 0/cover;pointer-events:none"></div></foreignObject></svg>`,
  },
  {
    ...base,
    name: 'drawing-of-an-image-inside',
    isReady: 'true',
    best: onScreen,
    html: () =>
      `<svg id="t" width="480" height="320"><foreignObject width="480" height="320" style="pointer-events:none"><img xmlns="http://www.w3.org/1999/xhtml" width="480" height="320" src="${rocket}"/></foreignObject></svg>`,
  },
  {
    ...base,
    name: 'svg-use-from-a-file',
    isReady: 'true',
    html: () => `<svg id="t" width="480" height="320"><use href="/sprite.svg#s"/></svg>`,
  },
  {
    ...base,
    name: 'svg-pattern',
    isReady: 'true',
    html: () =>
      `<svg width="480" height="320"><defs><pattern id="p" width="480" height="320" patternUnits="userSpaceOnUse"><image width="480" height="320" href="${rocket}"/></pattern></defs><rect id="t" width="480" height="320" fill="url(#p)"/></svg>`,
  },
  {
    ...base,
    name: 'svg-inline-foreign',
    isReady: 'true',
    best: onScreen,
    html: ({ cdn }) =>
      `<svg id="t" width="480" height="320"><image style="pointer-events:none" width="480" height="320" href="${cdn}${rocket}"/></svg>`,
  },
  {
    ...base,
    name: 'canvas-given-away',
    isReady: 'window.isDrawn',
    html: () =>
      `<canvas id="t" width="1200" height="800" style="width:480px;height:320px;display:block"></canvas><script>(async () => { const blob = await (await fetch('${rocket}')).blob(); const c = document.querySelector('#t').transferControlToOffscreen(); c.getContext('2d').drawImage(await createImageBitmap(blob),0,0); requestAnimationFrame(() => requestAnimationFrame(() => window.isDrawn = true)); })()</script>`,
  },
  {
    ...base,
    name: 'canvas-of-a-bitmap',
    isReady: 'window.isDrawn',
    html: () =>
      `<canvas id="t" width="1200" height="800" style="width:480px;height:320px;display:block"></canvas><script>(async () => { const blob = await (await fetch('${rocket}')).blob(); document.querySelector('#t').getContext('bitmaprenderer').transferFromImageBitmap(await createImageBitmap(blob)); window.isDrawn = true; })()</script>`,
  },
  {
    ...base,
    name: 'video-poster-foreign',
    isReady: 'true',
    html: ({ cdn }) =>
      `<video id="t" preload="none" controls width="480" height="320" poster="${cdn}${rocket}" src="/nothing.webm"></video>`,
  },
];
