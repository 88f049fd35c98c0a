import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium } from 'playwright-core';
import { chromiumArguments } from '../browser/chromium-arguments.ts';
import { findChromium } from '../setup/find-browsers.mjs';

export type Prepared = { elapsedMs: number; sizeBytes: number; widthPx: number; heightPx: number };

export type ImagePage = {
  /** Prepares a picture for upload as the product does; the clock runs from bytes in memory to bytes in memory. */
  prepare(picture: Uint8Array): Promise<Prepared>;
};

declare const prepare: (address: string) => Promise<Prepared>;

const script = `
  import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
  import { kontextFrame } from '#shared/images/kontext-frame.ts';
  import { prepareForUpload } from '#shared/images/prepare.ts';
  const codec = createCanvasCodec();
  globalThis.prepare = async (address) => {
    const bytes = new Uint8Array(await (await fetch(address)).arrayBuffer());
    const startMs = performance.now();
    const made = await prepareForUpload(bytes, { codec, frameFor: kontextFrame });
    const elapsedMs = performance.now() - startMs;
    return { elapsedMs, sizeBytes: made.bytes.length, widthPx: made.widthPx, heightPx: made.heightPx };
  };
`;

/** The core's own image code in a page of real Chromium, which reads pictures from a server of ours. */
export async function withImagePage<T>(work: (page: ImagePage) => Promise<T>): Promise<T> {
  const pictures = await servePictures(await bundle());
  const browser = await launch();
  try {
    const tab = await browser.newPage();
    await tab.goto(pictures.url);
    return await work({
      prepare: (bytes) => tab.evaluate((address) => prepare(address), pictures.addressOf(bytes)),
    });
  } finally {
    await browser.close();
    pictures.close();
  }
}

async function servePictures(page: string) {
  const shown: Uint8Array[] = [];
  const server = createServer(({ url = '/' }, response) => {
    const picture = shown[Number(url.slice(1) || Number.NaN)];
    if (picture) response.end(picture);
    else response.setHeader('content-type', 'text/html').end(page);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  return {
    url,
    addressOf: (picture: Uint8Array) => `${url}${shown.push(picture) - 1}`,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

async function bundle(): Promise<string> {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const stdin = { contents: script, resolveDir, loader: 'js' } as const;
  const built = await build({ stdin, bundle: true, write: false, format: 'iife', minify: true });
  return `<!doctype html><script>${built.outputFiles[0]?.text}</script>`;
}

/** Real Chromium, with no window to be seen. */
export function launch() {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium here: "npm test" installs it, or says how.');
  return chromium.launch({ executablePath, args: chromiumArguments({ widthPx: 800, heightPx: 600 }) });
}
