import { type CorpusCase, large, photo } from '../corpus-case.ts';

const rocket = photo('rocket', 1200, 800);
const thumb = photo('rocket', 300, 200);
const base = { target: '#t', shows: 'rocket', best: large } as const;
const img = (attributes: string) => `<img id="t" width="480" height="320" ${attributes}>`;
const loaded = `document.querySelector('#t').naturalWidth > 0`;

/** Pictures whose server does something of its own. */
export const servedCases: readonly CorpusCase[] = [
  { ...base, name: 'redirect-to-foreign', html: () => img(`src="/to/cdn${rocket}"`) },
  { ...base, name: 'named-as-octets', html: () => img(`src="${photo('rocket', 1200, 800, 'octets')}"`) },
  {
    ...base,
    name: 'srcset-largest-is-gone',
    html: () => img(`src="${thumb}" srcset="/nothing.jpg 2400w, ${rocket} 1200w" sizes="480px"`),
  },
  {
    ...base,
    name: 'srcset-largest-is-too-large',
    html: () =>
      img(`src="${thumb}" srcset="${photo('rocket', 9000, 6000)} 9000w, ${rocket} 1200w" sizes="480px"`),
  },
  {
    ...base,
    name: 'made-by-a-service-worker',
    isReady: loaded,
    html: () =>
      `${img('')}<script>navigator.serviceWorker.register('/worker.js', {scope: '/'}).then(() => navigator.serviceWorker.ready).then(async () => { if (!navigator.serviceWorker.controller) await new Promise(r => navigator.serviceWorker.oncontrollerchange = r); document.querySelector('#t').src = '/made/rocket.jpg'; });</script>`,
  },
  {
    ...base,
    name: 'camera-stream',
    isReady: loaded,
    html: () => `${img('')}<script>document.querySelector('#t').src='/stream/rocket'</script>`,
  },
];
