import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { noSource } from '#shared/jobs/job-request.ts';
import { dispatchMenuClick, grantActiveTab } from '../../scripts/browser/active-tab.ts';
import { type ChromiumSession, launchChromium } from '../../scripts/browser/chromium.ts';
import { root } from '../../scripts/build/run.ts';
import { readJobs, waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { rounds } from '../campaign.ts';
import { privateAddresses } from '../corpus/private-addresses.ts';
import { photo } from './product-fixture.ts';

/** To the browser a page of the world; in truth it is served from here, like the pictures it points to. */
const pageHost = 'www.site.example';

let server: Server;
let session: ChromiumSession;
let window: Page;
let port: number;
const asked: string[] = [];

beforeAll(async () => {
  const picture = await readFile(photo('rocket.jpg'));
  server = createServer((request, answer) => {
    const { hostname, pathname, searchParams } = new URL(
      request.url ?? '/',
      `http://${request.headers.host}`,
    );
    const to = searchParams.get('to');
    if (hostname === pageHost && pathname === '/page') {
      answer.setHeader('Content-Type', 'text/html; charset=utf-8');
      return answer.end('<!doctype html><title>A page</title><p>Nothing to see</p>');
    }
    if (to) return answer.writeHead(302, { Location: to, 'Access-Control-Allow-Origin': '*' }).end();
    if (pathname === '/a.jpg') asked.push(String(request.headers.host));
    answer.writeHead(200, { 'Content-Type': 'image/jpeg', 'Access-Control-Allow-Origin': '*' });
    return answer.end(picture);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
  const extraArgs = [`--host-resolver-rules=MAP *.example 127.0.0.1`];
  session = await launchChromium({ extensionDir: `${root}dist/chrome-mv3`, extraArgs });
  window = await session.context.newPage();
  await window.goto(session.extensionUrl('/options.html'));
});
afterAll(async () => {
  await session?.close();
  server?.closeAllConnections();
  server?.close();
});

const withPort = (url: string) => url.replace(/^(http:\/\/[^/]*?)(?::\d+)?\//, `$1:${port}/`);
const seed = Number(process.env.RESTYLE_SEED) || 1;
const sample = Array.from(
  { length: rounds({ sample: 3, all: privateAddresses.length }) },
  (_, i) => privateAddresses[(seed + i) % privateAddresses.length] ?? '',
);

describe('a page of the world', () => {
  it.each(sample)('has nothing read for it from this device or network: %s', async (url) => {
    const job = await restyle(withPort(url));
    expect(job.stage).toMatchObject({ name: 'failed', error: { code: 'picture-private' } });
    expect(job.recipe.sourceKey).toBe(noSource);
    expect(asked).toEqual([]);
  });

  it('nor through a redirect', async () => {
    const to = encodeURIComponent(`http://127.0.0.1:${port}/a.jpg`);
    const job = await restyle(`http://${pageHost}:${port}/go?to=${to}`);
    expect(job.recipe.sourceKey).toBe(noSource);
    expect(job.stage).toMatchObject({ name: 'failed' });
  });
});

async function restyle(srcUrl: string) {
  const page = await session.context.newPage();
  await page.goto(`http://${pageHost}:${port}/page`);
  await grantActiveTab(session, page);
  const known = new Set((await readJobs(window)).map(({ id }) => id));
  await dispatchMenuClick(session, page, {
    menuItemId: 'preset:builtin.watercolour',
    mediaType: 'image',
    srcUrl,
  });
  const { id } = await waitForNewJob(window, known);
  const job = await waitForEnd(window, id);
  await page.close();
  return job;
}
