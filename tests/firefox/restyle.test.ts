import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Display, startDisplay } from '../../scripts/browser/display.ts';
import { type FirefoxSession, launchFirefox } from '../../scripts/browser/firefox.ts';
import { rightClickFirefox } from '../../scripts/browser/right-click-firefox.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { type PhotoPage, servePhotoPage } from '../../scripts/product/photo-page.ts';
import { readJobs, waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';

const extensionDir = fileURLToPath(new URL('../../dist/firefox-mv3', import.meta.url));
const photo = fileURLToPath(new URL('../fixtures/photos/rocket.jpg', import.meta.url));
const timing = { queueMs: 50, coldStartMs: 50, runMs: 400, archiveMs: 50 };

let display: Display;
let session: FirefoxSession;
let standIn: StandIn;
let photos: PhotoPage;
let settings: Page;

beforeAll(async () => {
  [display, standIn, photos] = await Promise.all([
    startDisplay(),
    startStandIn({ timing, megapixels: 0.1 }),
    servePhotoPage([photo]),
  ]);
  session = await launchFirefox({ extensionDir, display });
  settings = await session.openExtensionPage('options.html');
});

afterAll(async () => {
  await session?.close();
  await display?.stop();
  await photos?.close();
  await standIn?.close();
});

it('connects through its settings page', async () => {
  await fill('API key', standIn.apiKey);
  await fill('Deployment id', standIn.deploymentId);
  await fill('Server address', standIn.baseUrl);
  await fill('Addresses of its picture storage', standIn.storageUrl);
  await settings.bringToFront();
  await settings.locator('button[type=submit]').click();
  await waitFor('the connection', () => hasText('Connected to'));
});

it('restyles a right-clicked picture in one paid run, and lays the result over it', async () => {
  const page = await session.browser.newPage();
  await page.goto(photos.url);
  await rightClickFirefox(session, page, { css: photos.target(0) }, { childIndex: 4 });
  const { id } = await waitForNewJob(settings, new Set());
  const job = await waitForEnd(settings, id);
  expect(job.stage.name).toBe('done');
  expect(job.recipe.presetId).toBe('builtin.oil-painting');
  expect(await standIn.ledger()).toHaveLength(1);

  const heightOf = (css: string) =>
    page.evaluate((selector) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0, css);
  const pictureHeightPx = await heightOf(photos.target(0));
  await waitFor(
    'the result to be laid out',
    async () => (await heightOf('restyle-overlay')) > pictureHeightPx,
  );
  // The driver calls the extension's frame about:blank; it is the only one the page has.
  const [, frame] = page.frames();
  const isShown = () => frame?.evaluate(() => (document.querySelector('img')?.naturalWidth ?? 0) > 0);
  await waitFor('the result to be painted', isShown);
});

it('outlines the very picture under what was right-clicked, and restyles it once a look is chosen', async () => {
  const page = await session.browser.newPage();
  await page.goto(photos.url);
  await page.evaluate(() => {
    const figure = document.querySelector('figure');
    figure?.insertAdjacentHTML(
      'afterend',
      '<div id="hero" style="height:400px;background:url(/photo/0/hero.jpg)"></div>',
    );
    figure?.insertAdjacentHTML('beforeend', '<a id="cover" href="#x" style="position:absolute;inset:0"></a>');
    figure?.style.setProperty('position', 'relative');
  });
  await rightClickFirefox(session, page, { css: '#cover' });
  const has = (name: string) => page.evaluate((css) => document.querySelector(css) !== null, name);
  await waitFor('the picker', () => has('restyle-picker'));
  const known = new Set((await readJobs(settings)).map(({ id }) => id));
  await page.keyboard.press('Enter');
  await waitFor('the picker to go', async () => !(await has('restyle-picker')));
  // The driver calls the extension's frame about:blank; it is the only one the page has.
  const choose = () =>
    page.frames()[1]?.evaluate(() => {
      document.querySelector<HTMLElement>('input[type=radio]')?.click();
      const run = document.querySelector<HTMLElement>('button[data-kind=primary][aria-disabled=false]');
      setTimeout(() => run?.click());
      return run !== null;
    });
  await waitFor('the choice', choose);
  const { id } = await waitForNewJob(settings, known);
  const job = await waitForEnd(settings, id);
  expect(job).toMatchObject({ stage: { name: 'done' }, context: { label: 'rocket.jpg' } });
});

/** Types into a field as far as the page can tell; labels name their fields by `for`. */
async function fill(label: string, value: string): Promise<void> {
  await settings.evaluate(
    (wanted, text) => {
      const found = [...document.querySelectorAll('label')].find(
        (each) => each.textContent?.trim() === wanted,
      );
      const field = document.getElementById(found?.htmlFor ?? '') as
        | HTMLInputElement
        | HTMLTextAreaElement
        | null;
      if (!field) throw new Error(`No field is called ${wanted}`);
      field.value = text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
    },
    label,
    value,
  );
}

function hasText(text: string): Promise<boolean> {
  return settings.evaluate((wanted) => document.body.textContent.includes(wanted), text);
}
