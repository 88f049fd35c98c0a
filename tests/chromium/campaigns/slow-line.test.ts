import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { dispatchMenuClick, grantActiveTab } from '../../../scripts/browser/active-tab.ts';
import { type TargetSession, withTarget } from '../../../scripts/browser/target-session.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { readJobs, waitForNewJob } from '../../../scripts/product/stored-jobs.ts';
import { isWhole } from '../../campaign.ts';
import { type ProductTest, startProductTest } from '../product-fixture.ts';

/** 400 kbit/s up, which a photograph takes some seconds for. */
const bytesPerSecond = 50_000;

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown> };
  offscreen: {
    createDocument(how: { url: string; reasons: string[]; justification: string }): Promise<void>;
  };
};

let test: ProductTest;
let panel: Page;
beforeAll(async () => {
  test = await startProductTest(['hubble_deep_field.jpg'], { megapixels: 0.02 });
  panel = await test.product.session.context.newPage();
  await panel.goto(test.product.session.extensionUrl('/popup.html?tab'));
});
afterAll(() => test.close());

/** Does `work` with worker and sending document on a slow line; that is opened first, to be slow before it is used. */
async function onSlowLine<T>(work: () => Promise<T>): Promise<T> {
  const { browser, worker } = test.product.session;
  const how = { url: '/sender.html', reasons: ['BLOBS'], justification: 'test' };
  await worker.evaluate((wanted) => chrome.offscreen.createDocument(wanted), how);
  const found = (wanted: string, ending: string) =>
    waitFor(`the ${wanted}`, async () => {
      const { targetInfos } = await browser.send('Target.getTargets');
      return targetInfos.find(({ type, url }) => type === wanted && url.endsWith(ending))?.targetId;
    });
  const [documentId, workerId] = [
    await found('background_page', '/sender.html'),
    await found('service_worker', '/background.js'),
  ];
  return withTarget(browser, documentId, (sending) =>
    withTarget(browser, workerId, async (itself) => {
      await Promise.all([slowDown(sending), slowDown(itself)]);
      return work();
    }),
  );
}

async function slowDown({ send, next }: TargetSession): Promise<void> {
  const speed = { latency: 50, downloadThroughput: bytesPerSecond, uploadThroughput: bytesPerSecond };
  const isSlow = next(({ id }) => id === 2);
  await send({ id: 1, method: 'Network.enable' });
  await send({ id: 2, method: 'Network.emulateNetworkConditions', params: { offline: false, ...speed } });
  expect((await isSlow).error).toBeUndefined();
}

async function clickOnPicture(preset: string): Promise<Job> {
  const { product, page, photos } = test;
  const known = new Set((await readJobs(product.window)).map(({ id }) => id));
  const srcUrl = await page.locator(photos.target(0)).evaluate((picture: HTMLImageElement) => picture.src);
  const click = { menuItemId: `preset:builtin.${preset}`, mediaType: 'image', srcUrl } as const;
  await dispatchMenuClick(product.session, page, click);
  return waitForNewJob(product.window, known);
}

/** The job once it has ended, and how much was said to be sent in between. */
async function followToEnd(jobId: string): Promise<{ job: Job; seen: number[] }> {
  const seen: number[] = [];
  const ended = async () => {
    const job = (await readJobs(test.product.window)).find(({ id }) => id === jobId);
    const ratio = job?.stage.name === 'uploading' ? job.stage.sentRatio : undefined;
    if (ratio !== undefined && ratio !== seen.at(-1)) seen.push(ratio);
    return job && isFinished(job) ? job : undefined;
  };
  return { job: await waitFor('the job to end', ended, { timeoutMs: 50_000 }), seen };
}

/** What the server reads of the next upload, from its beginning. */
function nextUpload(): Promise<IncomingMessage> {
  const channel = 'http.server.request.start';
  return new Promise((resolve) => {
    const look = (message: unknown) => {
      const { request } = message as { request: IncomingMessage };
      if (request.url !== '/api/file/upload') return;
      unsubscribe(channel, look);
      resolve(request);
    };
    subscribe(channel, look);
  });
}

describe('on a slow line', () => {
  it.runIf(isWhole)('called off on its way, an upload stops there and nothing is run', async () => {
    const { product, page, standIn } = test;
    const runs = standIn.ledger().length;
    await grantActiveTab(product.session, page);
    await onSlowLine(async () => {
      const uploading = nextUpload();
      const { id } = await clickOnPicture('pencil-sketch');
      const { socket, headers } = await uploading;
      const closed = new Promise((resolve) => socket.once('close', resolve));
      await waitFor('the first bytes', () => socket.bytesRead > 20_000);
      await panel.evaluate(
        (jobId) => chrome.runtime.sendMessage({ verb: 'jobs.cancel', question: { jobId } }),
        id,
      );
      await closed;
      expect(socket.bytesRead).toBeLessThan(Number(headers['content-length']));
      expect((await followToEnd(id)).job.stage).toEqual({ name: 'cancelled', runId: null });
      expect(standIn.ledger()).toHaveLength(runs);
    });
  });

  it.runIf(isWhole)(
    'panel and overlay say how much of the picture is sent, as it grows, and it finishes',
    async () => {
      const { product, page, standIn } = test;
      const runs = standIn.ledger().length;
      await grantActiveTab(product.session, page);
      // A tab in the back paints nothing, so that it is read and not waited for.
      const said = (where: Page | Frame) =>
        waitFor('the progress to be said', async () =>
          /Sending picture, \d+ %/.test((await where.locator('body').textContent()) ?? ''),
        );
      const { job, seen } = await onSlowLine(async () => {
        const { id } = await clickOnPicture('watercolour');
        const isOverlay = () => page.frames().find((each) => each.url().endsWith(id));
        const saidByOverlay = waitFor('the overlay', async () => isOverlay()).then(said);
        return (await Promise.all([followToEnd(id), said(panel), saidByOverlay]))[0];
      });
      expect(job.stage.name).toBe('done');
      expect(seen.length).toBeGreaterThan(1);
      expect(seen).toEqual(seen.toSorted((a, b) => a - b));
      expect(seen[0]).toBeLessThan(0.7);
      expect(standIn.ledger()).toHaveLength(runs + 1);
    },
  );

  it.runIf(isWhole)('takes neither picture nor key along to where an upload is sent on', async () => {
    const { page, standIn } = test;
    const elsewhere = createServer((_, answer) => answer.end());
    await new Promise<void>((resolve) => elsewhere.listen(0, '127.0.0.1', resolve));
    const asked: unknown[] = [];
    elsewhere.on('request', ({ url }) => asked.push(url));
    const location = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}/`;
    const sentOn = standIn.faults.add({
      match: { method: 'POST', path: '/api/file/upload' },
      action: { kind: 'status', status: 307, headers: { location } },
    });
    await page.bringToFront();
    const { id } = await clickOnPicture('film-noir');
    await standIn.faults.hit(sentOn);
    // It is sent again, and taken this time.
    expect((await followToEnd(id)).job.stage.name).toBe('done');
    expect(asked).toEqual([]);
    elsewhere.close();
  });
});
