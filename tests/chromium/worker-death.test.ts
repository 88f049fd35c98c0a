import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { dispatchMenuClick, grantActiveTab } from '../../scripts/browser/active-tab.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import {
  blobKeys,
  forgetHistory,
  readJobs,
  waitForEnd,
  waitForNewJob,
} from '../../scripts/product/stored-jobs.ts';
import { agePictures, askBackground, readHistory } from './history-stage.ts';
import { type ProductTest, startProductTest } from './product-fixture.ts';

let test: ProductTest;
beforeAll(async () => {
  test = await startProductTest(['chelsea.png']);
});
afterEach(() => test.standIn.faults.clear());
afterAll(() => test.close());

/** So long a second press counts as the first: shared/jobs/once.ts */
const onePressMs = 1_600;

const upload = { method: 'POST', path: '/api/file/upload' };
const queue = { method: 'POST', path: '/api/run/deployment/queue' };
const look = { method: 'GET', path: '^/api/run/[0-9a-f-]{36}$' };
const result = { method: 'GET', path: '/outputs/' };

/** The click of a person, by the browser's own call, without the time a native menu takes. */
async function startJob() {
  const { product, page, photos } = test;
  const jobs = await readJobs(product.window);
  const known = new Set(jobs.map(({ id }) => id));
  await forgetHistory(product.window);
  const newestMs = Math.max(0, ...jobs.map(({ createdAtMs }) => createdAtMs));
  await waitFor('this to be another press', async () => Date.now() - newestMs > onePressMs);
  await grantActiveTab(product.session, page);
  const srcUrl = await page.locator(photos.target(0)).evaluate((picture: HTMLImageElement) => picture.src);
  const click = { menuItemId: 'preset:builtin.golden-hour', mediaType: 'image', srcUrl } as const;
  await dispatchMenuClick(product.session, page, click);
  return waitForNewJob(product.window, known);
}

describe('a worker that dies', () => {
  it.each([
    ['before the upload is read', upload, 'holdBefore'],
    ['after the upload, before its answer', upload, 'holdAfter'],
    ['before the paid request is read', queue, 'holdBefore'],
    ['after the run is made, before its answer', queue, 'holdAfter'],
    ['while looking at the run', look, 'holdBefore'],
    ['while fetching the result', result, 'holdBefore'],
  ] as const)('leaves one run and one finished job: %s', async (_, match, kind) => {
    const { product, standIn } = test;
    const held = standIn.faults.add({ match, action: { kind } });
    const { id, nonce } = await startJob();
    await standIn.faults.hit(held);
    await product.session.worker.kill();
    standIn.faults.release(held);

    const job = await waitForEnd(product.window, id, 55_000);
    expect(job.stage.name).toBe('done');
    const runs = (await standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === nonce);
    expect(runs).toHaveLength(1);
  });

  it('after the end of a job that was run again, before its entry is renewed: its picture stays', async () => {
    const { product, standIn } = test;
    const { window, session } = product;
    standIn.faults.add({ match: queue, action: { kind: 'runOutcome', outcome: 'failed', logs: ['no'] } });
    const { id } = await startJob();
    await waitForEnd(window, id);
    const entry = async () => (await readHistory(window)).find((each) => each.id === id);
    await waitFor('its entry', async () => (await entry())?.state === 'failed');
    await session.worker.evaluate(neverRecord, null);
    await askBackground(window, 'jobs.retry', { jobId: id });
    const done = await waitFor('its second end', async () => {
      const job = (await readJobs(window)).find((each) => each.id === id);
      return job?.stage.name === 'done' ? job.stage : undefined;
    });
    await session.worker.kill();

    expect((await entry())?.pictureKeys).toContain(done.result.key);
    await agePictures(window);
    await askBackground(window, 'history.tidy');
    expect(await blobKeys(window)).toContain(done.result.key);
    expect(await entry()).toMatchObject({ state: 'done', result: { key: done.result.key } });
  });
});

/** Runs in the worker: no recipe is hashed any more, which an entry waits for. */
function neverRecord(): void {
  const digest = crypto.subtle.digest.bind(crypto.subtle);
  crypto.subtle.digest = (algorithm, data) => {
    const isRecipe = new TextDecoder().decode(data).startsWith('[1,"');
    return isRecipe ? new Promise(() => {}) : digest(algorithm, data);
  };
}
