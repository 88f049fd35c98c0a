import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';
import { chromium, type Page } from 'playwright-core';
import { findChromium } from '../../scripts/setup/find-browsers.mjs';

/** A page in a bare browser that runs a script of ours, which may import anything a page can. */
export async function openScriptPage(contents: string): Promise<{ page: Page; close(): Promise<void> }> {
  const resolveDir = fileURLToPath(new URL('.', import.meta.url));
  const stdin = { contents, resolveDir, loader: 'js' } as const;
  const bundle = await build({ stdin, bundle: true, write: false, format: 'iife' });
  const script = bundle.outputFiles[0]?.text ?? '';
  const server = createServer((_, response) => {
    response.setHeader('content-type', 'text/html').end(`<!doctype html><script>${script}</script>`);
  }).listen(0, '127.0.0.1');
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium here: "npm test" installs it, or says how.');
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  const page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return {
    page,
    async close() {
      await browser.close();
      server.close();
    },
  };
}
