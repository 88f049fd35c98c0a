import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { launch } from './image-page.ts';

/** Milliseconds of one run, from file to file, and of the same with nothing drawn. */
export type LookTimes = { lookMs: number; bareMs: number };

export type LookWorker = { time(prompt: string): Promise<LookTimes> };

declare const time: (prompt: string) => Promise<LookTimes>;

const script = `
  import { applyLook } from '#shared/engines/on-device/apply-look.ts';
  import { createCanvasPixelCodec } from '#shared/images/canvas-pixel-codec.ts';
  const codec = createCanvasPixelCodec();
  const size = { widthPx: 1224, heightPx: 816 };

  /** A sky, hills and grain: a megapixel that is neither flat nor noise. */
  const data = new Uint8ClampedArray(size.widthPx * size.heightPx * 4).map((_, i) => {
    if (i % 4 === 3) return 255;
    const [x, y] = [(i >> 2) % size.widthPx, Math.floor((i >> 2) / size.widthPx)];
    const hill = 400 + 120 * Math.sin(x / 170) + 40 * Math.sin(x / 31);
    return (y > hill ? 60 + 30 * (i % 4) : 230 - y / 5) + 12 * Math.sin(x * 12.9898 + y * 78.233 + i);
  });
  const picture = codec.encode({ data, ...size });

  async function elapsedMs(draw) {
    const bytes = await picture;
    const startMs = performance.now();
    await codec.encode(draw(await codec.decode(bytes, 'image/png')));
    return performance.now() - startMs;
  }
  onmessage = async ({ data: prompt }) => {
    const bareMs = await elapsedMs((pixels) => pixels);
    const lookMs = await elapsedMs((pixels) => applyLook(pixels, { prompt, strength: 0.8, seed: 7 }));
    postMessage({ lookMs, bareMs });
  };
`;

/** The looks in a worker of real Chromium, as the extension's background is one. */
export async function withLookWorker<T>(work: (worker: LookWorker) => Promise<T>): Promise<T> {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const stdin = { contents: script, resolveDir, loader: 'js' } as const;
  const built = await build({ stdin, bundle: true, write: false, format: 'iife', minify: true });
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.evaluate((code) => {
      const worker = new Worker(URL.createObjectURL(new Blob([code])));
      const ask = (prompt: string) =>
        new Promise((resolve) => {
          worker.onmessage = ({ data }) => resolve(data);
          worker.postMessage(prompt);
        });
      Object.assign(globalThis, { time: ask });
    }, built.outputFiles[0]?.text ?? '');
    return await work({ time: (prompt) => tab.evaluate((words) => time(words), prompt) });
  } finally {
    await browser.close();
  }
}
