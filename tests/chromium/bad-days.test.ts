import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { ErrorCode } from '#shared/errors/codes.ts';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { closingOpened, dispatchMenuClick, grantActiveTab } from '../../scripts/browser/active-tab.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { allowingHosts } from '../../scripts/product/answer-prompt.ts';
import { fillConnectForm } from '../../scripts/product/connect.ts';
import { restyleByMenu, restyleByPanel } from '../../scripts/product/restyle.ts';
import { readJobs, waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { putValues } from '../../scripts/product/stored-values.ts';
import { interferers, startNetworkBetween } from '../fakes/network-between.ts';
import { bombPng } from '../unit/images/sample-pictures.ts';
import { askBackground } from './history-stage.ts';
import { type ProductTest, photo, startProductTest } from './product-fixture.ts';

let test: ProductTest;
let folder: string;
beforeAll(async () => {
  test = await startProductTest(['coffee.png']);
  folder = await mkdtemp(join(tmpdir(), 'restyle-bad-'));
});
afterEach(() => test.standIn.faults.clear());
afterAll(() => test.close());

const wishes = { presetId: 'builtin.watercolour', prompt: '', strength: null, seed: 5 };

describe('the settings page', () => {
  let page: Page;
  beforeAll(async () => {
    page = await test.product.session.context.newPage();
    await page.goto(test.product.session.extensionUrl('/options.html'));
    await fillConnectForm(page, test.standIn);
  });
  afterAll(() => page.close());

  it.each<[string, string, string, ErrorCode]>([
    ['a wrong key', 'API key', 'eyJhbGciOiJIUzI1NiJ9.eyJ1IjoxfQ.AAAA', 'unauthorized'],
    [
      'an unknown deployment',
      'Deployment id',
      '00000000-0000-4000-8000-000000000000',
      'deployment-not-found',
    ],
    ['a server that is down', 'Server address', 'http://127.0.0.1:9/api', 'unreachable'],
    ['a server of another kind', 'Server address', 'PHOTOS', 'network-blocked'],
  ])('says what is wrong with %s', async (_, label, value, code) => {
    await fillAnew(page);
    const typed = value === 'PHOTOS' ? test.photos.url.replace('photos.localhost', 'localhost') : value;
    await page.getByLabel(label, { exact: true }).fill(typed);
    await page.getByRole('button', { name: 'Connect', exact: true }).click();
    const place = { engine: 'comfydeploy', isConnecting: true } as const;
    const host = new URL(typed.startsWith('http') ? typed : test.standIn.baseUrl).host;
    const { title } = errorWords({ code, detail: '', host }, place);
    await page.getByText(title).waitFor({ timeout: 10_000 });
  });

  it('offers to look where a certificate may be at fault, which a browser tells no script', async () => {
    const filter = await startNetworkBetween(interferers.filter, { tls: true });
    await fillAnew(page);
    await page.getByLabel('Server address', { exact: true }).fill(`${filter.origin}/api`);
    const connect = page.getByRole('button', { name: 'Connect', exact: true });
    await allowingHosts(test.product, ['https://127.0.0.1/*'], () => connect.click());
    const { host } = new URL(filter.origin);
    const notice = page.getByRole('alert');
    await notice.getByText(errorTexts.unreachable.title).waitFor({ timeout: 15_000 });
    const opening = test.product.session.context.waitForEvent('page');
    await notice.getByRole('button', { name: `Open ${host}` }).click();
    const tab = await opening;
    await expect.poll(() => tab.url()).toMatch(new RegExp(`^${filter.origin}|^chrome-error`));
    await tab.close();
    await filter.close();
  });

  async function fillAnew(form: Page): Promise<void> {
    await form.getByLabel('API key', { exact: true }).fill(test.standIn.apiKey);
    await form.getByLabel('Deployment id').fill(test.standIn.deploymentId);
    await form.getByLabel('Server address').fill(test.standIn.baseUrl);
  }
});

describe('the panel', () => {
  it.each<[string, () => Uint8Array, ErrorCode]>([
    ['nothing.png', () => Buffer.alloc(0), 'picture-empty'],
    ['page.png', () => Buffer.from('<!doctype html><title>no picture</title>'), 'picture-not-a-picture'],
    ['bomb.png', () => bombPng(23_000), 'picture-too-large'],
  ])('says what is wrong with %s, and starts nothing', async (name, bytes, code) => {
    const runsBefore = (await test.standIn.ledger()).length;
    const file = join(folder, name);
    await writeFile(file, bytes());
    expect(await restyleByPanel(test.product, wishes, file)).toBe(errorTexts[code].title);
    expect(await test.standIn.ledger()).toHaveLength(runsBefore);
  });

  it('may be closed in mid-run: the job goes on', async () => {
    const job = await restyleByPanel(test.product, wishes, photo('rocket.jpg'));
    if (typeof job === 'string') throw new Error(job);
    expect((await waitForEnd(test.product.window, job.id)).stage.name).toBe('done');
  });
});

describe('the overlay', () => {
  const queue = { method: 'POST', path: '/api/run/deployment/queue' };
  const start = () =>
    restyleByMenu(test.product, test.page, { css: test.photos.target(0) }, 'builtin.neon-night');
  const overlay = () => {
    const frame = test.page.frames().find((each) => each.url().startsWith('chrome-extension://'));
    if (!frame) throw new Error('There is no overlay');
    return frame;
  };

  it('says why a run failed', async () => {
    test.standIn.faults.add({
      match: queue,
      action: { kind: 'runOutcome', outcome: 'failed', logs: ['CUDA out of memory'] },
    });
    const { id } = await start();
    await waitForEnd(test.product.window, id);
    await overlay().getByText(errorTexts['run-failed'].title).waitFor();
    await overlay()
      .getByText(/ran out of memory/)
      .waitFor();
  });

  it('says that the network is gone, and finishes the same run when it is back', async () => {
    const gone = test.standIn.faults.add({
      match: { path: '^/api/run/[0-9a-f-]{36}$' },
      times: 'always',
      action: { kind: 'drop' },
    });
    const { id, nonce } = await start();
    await test.standIn.faults.hit(gone);
    await overlay()
      .getByText(/^No connection to/)
      .waitFor();
    test.standIn.faults.clear();
    expect((await waitForEnd(test.product.window, id)).stage.name).toBe('done');
    expect((await test.standIn.ledger()).filter(({ inputs }) => inputs.restyle_nonce === nonce)).toHaveLength(
      1,
    );
  });
});

describe('a picture that could not be read at first, tried again once it can be,', () => {
  let page: Page;
  beforeEach(async () => {
    // A click that gives no right leads to no picture.
    page = await test.product.session.context.newPage();
    await page.goto(test.photos.url);
  });
  afterEach(() => page.close());

  async function clickInVain(menuItemId: string): Promise<Job> {
    const { session, window } = test.product;
    const known = new Set((await readJobs(window)).map(({ id }) => id));
    const srcUrl = await page.locator('#photo-0').evaluate((picture: HTMLImageElement) => picture.src);
    // The panel opens, to say why.
    await closingOpened(session, () =>
      dispatchMenuClick(session, page, { menuItemId, mediaType: 'image', srcUrl }),
    );
    const { id } = await waitForNewJob(window, known);
    const job = await waitForEnd(window, id);
    expect(job).toMatchObject({ stage: { name: 'failed' }, recipe: { sourceKey: '' } });
    return job;
  }

  it('goes to the batch it was meant for; and one with a preset that is gone is made as it was asked for', async () => {
    const { session, window } = test.product;
    const forBatch = await clickInVain('add-to-batch');
    const forPreset = await clickInVain('preset:builtin.watercolour');
    const recipe = { ...forPreset.recipe, presetId: 'deleted-since', prompt: 'paint it green', seed: 77 };
    await putValues(window, 'jobs', [{ ...forPreset, recipe }]);
    await grantActiveTab(session, page);

    const opening = session.context.waitForEvent('page', (each) => each.url().includes('studio.html'));
    await askBackground(window, 'jobs.retry', { jobId: forBatch.id });
    const studio = await opening;
    await studio.getByRole('heading', { name: batchWords.pictures(1), exact: true }).waitFor();
    expect((await readJobs(window)).map(({ id }) => id)).not.toContain(forBatch.id);
    await studio.close();

    await page.bringToFront();
    await askBackground(window, 'jobs.retry', { jobId: forPreset.id });
    const made = async () =>
      (await readJobs(window)).find(({ id, stage }) => id === forPreset.id && stage.name === 'done');
    expect(await waitFor('the picture', made)).toMatchObject({
      recipe: { ...recipe, sourceKey: expect.stringMatching(/^sha256-/) },
    });
    expect((await test.standIn.ledger()).at(-1)?.inputs).toMatchObject({
      prompt: 'paint it green',
      seed: 77,
    });
  });
});
