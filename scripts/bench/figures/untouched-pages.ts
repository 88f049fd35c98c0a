import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import { launchChromium } from '../../browser/chromium.ts';
import { copyExtension } from '../extension-copy.ts';
import type { Figure, Reading } from '../figure.ts';
import { median, sum } from '../statistics.ts';

const loads = 10;

/** What an extension would do that reads along on every page: the control that shows what is measured. */
const readingAlong = (manifest: object) => ({
  ...manifest,
  content_scripts: [{ matches: ['<all_urls>'], js: ['page-agent.js'], run_at: 'document_start' }],
});

export const untouchedPages: Figure = {
  name: 'untouched-pages',
  measures:
    `Script of the extension on a page that nobody acts on and that has none of its own, over ${loads} loads: bytes the debugger ` +
    'sees parsed, and Chromium’s own count of time in scripts. The control is a copy that puts its script for pages ' +
    'into every page.',
  async measure(workshop) {
    const ours = await measureLoads(await copyExtension(workshop, 'untouched'));
    const control = await measureLoads(
      await copyExtension(workshop, 'reading-along', { manifest: readingAlong }),
    );
    return [...readingsOf('ours', ours, 0), ...readingsOf('control', control, null)];
  },
};

type Load = { scriptBytes: number; scriptMs: number };

function readingsOf(name: string, measured: readonly Load[], goal: 0 | null): Reading[] {
  const bytes = median(measured.map(({ scriptBytes }) => scriptBytes));
  const time = median(measured.map(({ scriptMs }) => scriptMs));
  return [
    { label: `script, ${name}`, value: bytes, unit: 'bytes', goal },
    { label: `time in script, ${name}`, value: time, unit: 'ms', goal },
  ];
}

async function measureLoads(extensionDir: string): Promise<Load[]> {
  const server = createServer((_, answer) => answer.end('<!doctype html><title>A page</title><p>Words'));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const session = await launchChromium({ extensionDir });
  const measured: Load[] = [];
  try {
    for (let load = 0; load < loads; load++) measured.push(await measureLoad(session.context, url));
  } finally {
    await session.close();
    server.closeAllConnections();
    server.close();
  }
  return measured;
}

async function measureLoad(context: BrowserContext, url: string): Promise<Load> {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  const lengths: number[] = [];
  protocol.on('Debugger.scriptParsed', (script) => {
    if (script.url.startsWith('chrome-extension:')) lengths.push(script.length ?? 0);
  });
  await protocol.send('Debugger.enable');
  await protocol.send('Performance.enable');
  await page.goto(url, { waitUntil: 'load' });
  const { metrics } = await protocol.send('Performance.getMetrics');
  await page.close();
  const seconds = metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? Number.NaN;
  return { scriptBytes: sum(lengths), scriptMs: seconds * 1000 };
}
