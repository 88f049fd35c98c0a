import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { isFinished, type Job } from '#shared/jobs/job.ts';
import { dispatchMenuClick, grantActiveTab } from '../../../scripts/browser/active-tab.ts';
import { withTarget } from '../../../scripts/browser/target-session.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { connect } from '../../../scripts/product/connect.ts';
import { openProduct, type Product } from '../../../scripts/product/open-product.ts';
import { type PhotoPage, servePhotoPage } from '../../../scripts/product/photo-page.ts';
import { forgetHistory, readJobs, waitForEnd, waitForNewJob } from '../../../scripts/product/stored-jobs.ts';
import { isWhole } from '../../campaign.ts';
import { type StandIn, startStandIn } from '../../stand-in/stand-in.ts';
import { photo } from '../product-fixture.ts';

declare const chrome: {
  offscreen: {
    createDocument(how: { url: string; reasons: string[]; justification: string }): Promise<void>;
    hasDocument(): Promise<boolean>;
    closeDocument(): Promise<void>;
  };
};

const quick = { queueMs: 0, coldStartMs: 0, runMs: 100, archiveMs: 0 };
const names = ['rocket.jpg', 'hubble_deep_field.jpg'];

describe.runIf(isWhole)('a large picture, prepared in the hidden document', () => {
  let folder: string;
  let standIn: StandIn;
  let photos: PhotoPage;
  let product: Product;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'restyle-large-'));
    const paths = names.map((name) => join(folder, name));
    for (const [index, path] of paths.entries()) {
      await sharp(photo(names[index] ?? ''))
        .resize(3000, 2000, { fit: 'fill' })
        .jpeg()
        .toFile(path);
    }
    [standIn, photos] = await Promise.all([
      startStandIn({ timing: quick, megapixels: 0.02 }),
      servePhotoPage(paths),
    ]);
    product = await openProduct();
    await connect(product, standIn);
  });
  afterAll(async () => {
    await product?.close();
    await Promise.all([standIn?.close(), photos?.close()]);
    await rm(folder, { recursive: true, force: true });
  });
  beforeEach(() => forgetHistory(product.window));

  const hasDocument = () => product.session.worker.evaluate(() => chrome.offscreen.hasDocument(), null);
  const closeDocument = () => product.session.worker.evaluate(() => chrome.offscreen.closeDocument(), null);

  /** A document that takes every order and answers none. */
  async function openDeafDocument(): Promise<() => Promise<void>> {
    const { worker, browser } = product.session;
    await waitFor('an earlier document to go', async () => !(await hasDocument()));
    const how = { url: '/sender.html', reasons: ['BLOBS'], justification: 'test' };
    await worker.evaluate((wanted) => chrome.offscreen.createDocument(wanted), how);
    const targetId = await waitFor('the document', async () => {
      const { targetInfos } = await browser.send('Target.getTargets');
      return targetInfos.find(({ url }) => url.endsWith('/sender.html'))?.targetId;
    });
    const ask = (expression: string) =>
      withTarget(browser, targetId, async ({ send, next }) => {
        const answered = next(({ id }) => id === 1);
        await send({ id: 1, method: 'Runtime.evaluate', params: { expression, returnByValue: true } });
        return (await answered).result as { result: { value: unknown } };
      });
    await ask('navigator.serviceWorker.onmessage = ({ ports }) => (globalThis.ordered = ports)');
    return async () => {
      await waitFor('the order', async () => (await ask('globalThis.ordered?.length')).result.value === 1);
    };
  }

  async function click(index: number): Promise<Job> {
    const { session, window } = product;
    const page = await session.context.newPage();
    await page.goto(photos.url);
    await grantActiveTab(session, page);
    const known = new Set((await readJobs(window)).map(({ id }) => id));
    const target = page.locator(photos.target(index));
    const srcUrl = await target.evaluate((picture: HTMLImageElement) => picture.src);
    const menuItemId = 'preset:builtin.film-noir';
    await dispatchMenuClick(session, page, { menuItemId, mediaType: 'image', srcUrl });
    return waitForNewJob(window, known);
  }

  const runsOf = async ({ nonce }: Job) =>
    (await standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === nonce);

  it('two at once both come to their end, and the document goes', async () => {
    const [one, other] = [await click(0), await click(1)];
    for (const { id } of [one, other]) {
      expect((await waitForEnd(product.window, id)).stage.name).toBe('done');
    }
    await waitFor('the document to go', async () => !(await hasDocument()));
  });

  it('goes on in the worker where the document is closed midway', async () => {
    const ordered = await openDeafDocument();
    const job = await click(0);
    await ordered();
    await closeDocument();
    expect((await waitForEnd(product.window, job.id)).stage.name).toBe('done');
    expect(await runsOf(job)).toHaveLength(1);
  });

  it('is taken up again where the worker dies midway, and run once', async () => {
    const ordered = await openDeafDocument();
    const job = await click(0);
    await ordered();
    await product.session.worker.kill();
    await closeDocument();
    expect((await waitForEnd(product.window, job.id, 55_000)).stage.name).toBe('done');
    expect(await runsOf(job)).toHaveLength(1);
  });

  it('that does not come to an end is given up in time, with nothing run', async () => {
    const ordered = await openDeafDocument();
    const job = await click(0);
    await ordered();
    const find = async () =>
      (await readJobs(product.window)).find((each) => each.id === job.id && isFinished(each));
    const { stage } = await waitFor('it to be given up', find, { timeoutMs: 50_000 });
    expect(stage).toMatchObject({ name: 'failed', error: { code: 'picture-unsupported' } });
    expect(await runsOf(job)).toHaveLength(0);
    await waitFor('the document to go', async () => !(await hasDocument()));
  });
});
