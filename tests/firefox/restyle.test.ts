import { afterAll, beforeAll, expect, it } from 'vitest';
import { rightClickFirefox } from '../../scripts/browser/right-click-firefox.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { readJobs, waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';
import { connectFirefox } from './connect-firefox.ts';
import { type FirefoxStage, openFirefoxStage } from './firefox-stage.ts';

const timing = { queueMs: 50, coldStartMs: 50, runMs: 400, archiveMs: 50 };

let standIn: StandIn;
let stage: FirefoxStage;

beforeAll(async () => {
  [stage, standIn] = await Promise.all([
    openFirefoxStage('rocket.jpg'),
    startStandIn({ timing, megapixels: 0.1 }),
  ]);
});
afterAll(async () => {
  await stage?.close();
  await standIn?.close();
});

it('connects through its settings page', async () => {
  await connectFirefox(stage, standIn);
});

it('restyles a right-clicked picture in one paid run, and lays the result over it', async () => {
  const page = await stage.session.browser.newPage();
  await page.goto(stage.photos.url);
  await rightClickFirefox(stage.session, page, { css: stage.photos.target(0) }, { childIndex: 4 });
  const { id } = await waitForNewJob(stage.settings, new Set());
  const job = await waitForEnd(stage.settings, id);
  expect(job.stage.name).toBe('done');
  expect(job.recipe.presetId).toBe('builtin.oil-painting');
  expect(await standIn.ledger()).toHaveLength(1);

  const heightOf = (css: string) =>
    page.evaluate((selector) => document.querySelector(selector)?.getBoundingClientRect().height ?? 0, css);
  const pictureHeightPx = await heightOf(stage.photos.target(0));
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
  const page = await stage.session.browser.newPage();
  await page.goto(stage.photos.url);
  await page.evaluate(() => {
    const figure = document.querySelector('figure');
    figure?.insertAdjacentHTML(
      'afterend',
      '<div id="hero" style="height:400px;background:url(/photo/0/hero.jpg)"></div>',
    );
    figure?.insertAdjacentHTML('beforeend', '<a id="cover" href="#x" style="position:absolute;inset:0"></a>');
    figure?.style.setProperty('position', 'relative');
  });
  await rightClickFirefox(stage.session, page, { css: '#cover' });
  const has = (name: string) => page.evaluate((css) => document.querySelector(css) !== null, name);
  await waitFor('the picker', () => has('restyle-picker'));
  const known = new Set((await readJobs(stage.settings)).map(({ id }) => id));
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
  const { id } = await waitForNewJob(stage.settings, known);
  const job = await waitForEnd(stage.settings, id);
  expect(job).toMatchObject({ stage: { name: 'done' }, context: { label: 'rocket.jpg' } });
});
