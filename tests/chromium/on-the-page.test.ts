import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import { pickerWords } from '#shared/i18n/en/picker.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { rightClick } from '../../scripts/browser/right-click.ts';
import { allowingHosts } from '../../scripts/product/answer-prompt.ts';
import { pressInChoice } from '../../scripts/product/pick-on-page.ts';
import { readJobs, waitForNewJob } from '../../scripts/product/stored-jobs.ts';
import { askAboutFrontTab, rightsOf } from './ask-extension.ts';
import { choiceFrame, chooseAndRun, openByShortcut } from './choice-on-page.ts';
import { clickButton, spokenStatus } from './closed-shadow.ts';
import { offAfter, resizeWindow, toolbarHeightPx, turnedBy, zoomFrontTab } from './following.ts';
import { followedInFrame } from './following-in-frame.ts';
import { hardPage, stopAllEvents } from './hard-page.ts';
import { type ProductTest, startProductTest } from './product-fixture.ts';
import { trayNames } from './tray-names.ts';

let test: ProductTest;
let page: Page;

beforeAll(async () => {
  test = await startProductTest(['coffee.png', 'rocket.jpg']);
  page = test.page;
  await page.evaluate((markup) => {
    document.body.innerHTML = markup;
  }, hardPage);
});
afterAll(() => test.close());

const pickByShortcut = () => openByShortcut(test.product, page);

describe('the picker, on a page that hides its pictures,', () => {
  it('opens by a right-click on what covers a picture, outlines that, and spends nothing before the last button', async () => {
    await rightClick(test.product.session, page, { css: '.card a' });
    await page.locator('restyle-picker').waitFor();
    await expect.poll(() => spokenStatus(page)).toMatch(/^Coffee, 600 × 400 px\. Picture 1 of 3/);
    await page.keyboard.press('Enter');
    const choice = await choiceFrame(page);
    await pressInChoice(choice, /^Restyle/);
    expect(await test.standIn.ledger()).toHaveLength(0);
    const job = await chooseAndRun(test.product, page, 'Film noir');
    expect(job).toMatchObject({ stage: { name: 'done' }, context: { label: 'Coffee', widthPx: 600 } });
    expect(await test.standIn.ledger()).toHaveLength(1);
    const picture = await page.locator('#photo-0').boundingBox();
    await expect.poll(() => page.locator('restyle-overlay').boundingBox()).toMatchObject({ y: picture?.y });
  });
});

const following = { offPx: expect.toSatisfy((px: number) => px <= 1), isVisible: true };

describe('a result lies on its picture, at most a pixel off within two frames,', () => {
  const of = (css: string) => `document.querySelector('${css}')`;

  it.each([
    ['scrolled with its page', 'scrollTo(0, 60)'],
    ['grown', `${of('#photo-0')}.style.inlineSize = '340px'`],
    ['pushed away by what loads above it', `${of('#before')}.style.blockSize = '180px'`],
    ['moved and scaled', `${of('#stick')}.style.transform = 'translate(25px, 12px) scale(.9)'`],
    ['sticking', `${of('#stick')}.style.transform = ''; scrollTo(0, 500)`],
  ])('%s', async (_, change) => {
    expect(await offAfter(page, change)).toMatchObject(following);
  });

  it('in a scroller within, cut off where that cuts its picture off', async () => {
    const whole = await offAfter(page, `${of('#photo-0')}.style.inlineSize = ''`);
    expect(whole).toMatchObject({ ...following, bottomCutPx: 0 });
    expect(await offAfter(page, `${of('#scroller')}.scrollTop = 90`)).toMatchObject(following);
    const low = await offAfter(page, `${of('#scroller')}.style.blockSize = '100px'`);
    expect(low).toMatchObject(following);
    expect(low.bottomCutPx).toBeGreaterThan(toolbarHeightPx);
    await offAfter(page, `${of('#scroller')}.style.blockSize = ''; ${of('#scroller')}.scrollTop = 0`);
  });

  it('turned, around its middle', async () => {
    const { ours, theirs } = await turnedBy(page, 12);
    expect(ours).toEqual(theirs);
    await turnedBy(page, 0);
  });

  it('in a window of another size, and zoomed', async () => {
    const ratio = () => page.evaluate(() => devicePixelRatio);
    await resizeWindow(page, { width: 1000, height: 700 });
    await expect.poll(() => page.evaluate(() => innerWidth)).toBeLessThan(1100);
    expect(await offAfter(page, '')).toMatchObject(following);
    for (const factor of [1.5, 1]) {
      await test.product.session.worker.evaluate(zoomFrontTab, factor);
      await expect.poll(ratio).toBe(factor);
      expect(await offAfter(page, '')).toMatchObject(following);
    }
  });

  it('on the full screen', async () => {
    const fullId = () => page.evaluate(() => document.fullscreenElement?.id ?? null);
    await page.locator('#full').click();
    await expect.poll(fullId).toBe('stick');
    expect(await offAfter(page, '')).toMatchObject(following);
    await page.evaluate(() => document.exitFullscreen());
    await expect.poll(fullId).toBeNull();
    expect(await offAfter(page, 'scrollTo(0, 0)')).toMatchObject(following);
  });
});

describe('what is shown on a page', () => {
  const ask = <T>(verb: string) => askAboutFrontTab<T>(test.product.window, verb);

  it('is listed, is taken away while the key is held, and is photographed without anything else of ours', async () => {
    await page.bringToFront();
    const [jobId] = await ask<string[]>('page.shown');
    expect((await readJobs(test.product.window)).map(({ id }) => id)).toContain(jobId);
    const isVisible = async () => (await offAfter(page, '')).isVisible;
    await page.keyboard.down('b');
    await expect.poll(isVisible).toBe(false);
    await page.keyboard.up('b');
    await expect.poll(isVisible).toBe(true);

    const photograph = await ask<string | null>('page.photograph');
    const shot = sharp(Buffer.from(photograph?.split(',')[1] ?? '', 'base64'));
    const picture = await page.locator('#photo-0').boundingBox();
    const [left, bottom] = [
      Math.round(picture?.x ?? 0),
      Math.round((picture?.y ?? 0) + (picture?.height ?? 0)),
    ];
    const below = await shot.extract({ left: left + 20, top: bottom + 4, width: 200, height: 8 }).toBuffer();
    const { channels } = await sharp(below).stats();
    expect(channels.map(({ min }) => min).slice(0, 3)).toEqual([255, 255, 255]);
  });
});

describe('a result is hidden', () => {
  const isVisible = async (change = '') => (await offAfter(page, change)).isVisible;

  it('where its picture is covered, and no longer than that', async () => {
    await isVisible(`document.querySelector('#cover').style.display = 'block'`);
    await expect.poll(() => isVisible()).toBe(false);
    await isVisible(`document.querySelector('#cover').style.display = ''`);
    await expect.poll(() => isVisible()).toBe(true);
  });

  it('where its picture is scrolled out of its scroller', async () => {
    expect(await isVisible(`document.querySelector('#scroller').scrollTop = 600`)).toBe(false);
    expect(await isVisible(`document.querySelector('#scroller').scrollTop = 0`)).toBe(true);
  });

  it('where its picture is gone', async () => {
    await isVisible(`document.querySelector('#photo-0').remove()`);
    expect(await page.locator('restyle-overlay').count()).toBe(0);
  });
});

describe('the picker, on a page that holds on to its events,', () => {
  beforeAll(() => page.evaluate(stopAllEvents));

  it('opens by a key on a page that stops every event, which sees none, and leaves nothing behind', async () => {
    const before = await page.evaluate(() => document.documentElement.outerHTML);
    await pickByShortcut();
    await page.evaluate(() => Object.assign(window, { seenEvents: 0 }));
    await page.locator('#hero').hover({ force: true });
    await expect.poll(() => spokenStatus(page)).toMatch(/^rocket\.jpg/);
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => spokenStatus(page)).toMatch(/^Inner, 640 × 427 px/);
    await page.keyboard.press('Escape');
    await page.locator('restyle-picker').waitFor({ state: 'detached' });
    expect(await page.evaluate(() => (window as { seenEvents?: number }).seenEvents)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.outerHTML)).toBe(before);
  });

  it('reaches into a frame of the same site, and lays the result there', async () => {
    await pickByShortcut();
    const frame = await page.locator('#frame').boundingBox();
    await page.mouse.click((frame?.x ?? 0) + 80, (frame?.y ?? 0) + 80);
    expect((await chooseAndRun(test.product, page, 'Golden hour')).stage.name).toBe('done');
    const inside = page.frameLocator('#frame');
    const picture = await inside.locator('#inner').boundingBox();
    const overlay = page.locator('restyle-overlay').last();
    await expect.poll(() => overlay.boundingBox()).toMatchObject({ x: picture?.x, y: picture?.y });
    expect(await followedInFrame(page)).toEqual(['followed', 'followed', 'hidden', 'followed']);
  });

  it('offers all large pictures, each once, with the price of all; and a rectangle drawn by hand', async () => {
    // The hero and the picture in the frame are one file.
    await page
      .locator('.card')
      .evaluate((card) => card.insertAdjacentHTML('afterbegin', '<img src="/photo/0/coffee.png">'));
    await page.locator('.card img').evaluate((image: HTMLImageElement) => image.decode());
    await pickByShortcut();
    await clickButton(page, /^All pictures \(2\)/);
    await clickButton(page, /^Select all/);
    await clickButton(page, /^Choose 2 pictures/);
    const choice = await choiceFrame(page);
    await choice.getByRole('button', { name: /^Restyle 2 · / }).waitFor();
    await pressInChoice(choice, pickerWords.choice.batch);
    await choice.getByText(pickerWords.choice.added(2, 0)).waitFor();
    expect(await trayNames(test.product.window)).toEqual(['coffee.png', 'rocket.jpg']);
    await pressInChoice(choice, /^Another picture/);
    await clickButton(page, /^Draw an area/);
    await page.mouse.move(40, 40);
    await page.mouse.down();
    await page.mouse.move(240, 190, { steps: 3 });
    await page.mouse.up();
    const { context } = await chooseAndRun(test.product, page, 'Film noir');
    expect(context).toMatchObject({ captureRoute: 'visible-tab', widthPx: 200, heightPx: 150 });
  });
});

describe('where nothing of ours can be shown on the page', () => {
  it('on a page that is closed to extensions the panel says so, and takes a picture by its address', async () => {
    const panel = await test.product.session.context.newPage();
    await panel.goto(test.product.session.extensionUrl('/sidepanel.html'));
    await panel.getByRole('button', { name: popupWords.pick }).click();
    await panel.getByText(popupWords.closedBeside).waitFor();
    expect(await panel.getByLabel(popupWords.address).isVisible()).toBe(true);
    await panel.close();
  });
});

describe('one click everywhere', () => {
  const { scriptCount, isAllowed } = rightsOf(() => test.product.session.worker);

  it('restyles what is covered by its preset alone, for as long as it is switched on', async () => {
    const settings = test.product.window;
    const control = settings.getByLabel(settingsWords.oneClick.label);
    expect(await scriptCount()).toBe(0);
    await settings.bringToFront();
    await allowingHosts(test.product, ['https://*/*', 'http://*/*'], () => control.click());
    await expect.poll(scriptCount).toBe(1);

    await page.reload();
    await page.evaluate((markup) => {
      document.body.innerHTML = markup;
    }, hardPage);
    const known = new Set((await readJobs(settings)).map(({ id }) => id));
    await rightClick(test.product.session, page, { css: '.card a' }, { childIndex: 0 });
    const job = await waitForNewJob(settings, known);
    expect(job).toMatchObject({ context: { label: 'Coffee' }, recipe: { presetId: builtInPresets[0]?.id } });

    await settings.bringToFront();
    await control.click();
    await expect.poll(scriptCount).toBe(0);
    expect(await isAllowed('https://*/*'), 'the right for every site is given back').toBe(false);
    // The browser takes what was given for single hosts before along with it.
    await settings.getByRole('button', { name: settingsWords.oneClick.allowAgain }).click();
    await expect.poll(() => isAllowed(hostPatternOf(test.standIn.baseUrl))).toBe(true);
  });
});
