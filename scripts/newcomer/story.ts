import type { Frame, Page } from 'playwright-core';
import { batchWords } from '#shared/i18n/en/batch.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { presetWords } from '#shared/i18n/en/presets.ts';
import { welcomeWords } from '#shared/i18n/en/welcome.ts';
import { mostInMenu } from '#shared/presets/built-in.ts';
import type { ChromiumSession } from '../browser/chromium.ts';
import { screenPointOf } from '../browser/screen-point.ts';
import { waitFor } from '../browser/wait-for.ts';
import { pressKeys, xdotool } from '../browser/xdotool.ts';
import type { Server } from '../product/connect.ts';
import type { Film } from './film.ts';
import { glide } from './glide.ts';
import { createHand, type Hand } from './hand.ts';
import { indexOf } from './newcomer.ts';
import { sayInPopup } from './popup-hand.ts';
import { batchPictures } from './story-pictures.ts';
import { teamWay } from './ways.ts';

type Telling = { session: ChromiumSession; page: Page; film: Film; server: Server };
type Chapter = Telling & { hand: Hand };

const paceMs = 560;
const slow = { timeout: 60_000 };

/** The product in a minute: set up, a picture on a page, words of one's own, many pictures, a preset kept. */
export async function tellStory(telling: Telling): Promise<void> {
  const hand = createHand(telling.session, telling.page, { paceMs });
  const chapter = { ...telling, hand };
  await setUp(chapter);
  await restyleOnPage(chapter);
  await compareInPlace(chapter);
  await sayItInWords(chapter);
  await restyleMany(chapter);
  await keepPreset(chapter);
}

async function setUp({ page, film, hand, server }: Chapter): Promise<void> {
  film.say('Paste the invitation your team sent you. That is all the setup.');
  await page.waitForTimeout(1_000);
  await teamWay(server)(page, hand);
  await page.getByRole('heading', { name: welcomeWords.practice.title }).waitFor();
}

async function restyleOnPage({ page, film, hand }: Chapter): Promise<void> {
  film.say('Right-click any picture, and choose a look.');
  await page.waitForTimeout(1_200);
  await hand.chooseLook('figure img', indexOf('builtin.watercolour'));
  film.say('A few seconds, and it comes back in its place.');
  await page.getByText(welcomeWords.practice.done).waitFor(slow);
  await page.waitForTimeout(2_000);
}

/** Slides over the result and back, as a person does who wants to know what changed. */
async function compareInPlace({ session, page, film, hand }: Chapter): Promise<void> {
  const { display } = session;
  if (!display) return;
  film.say('Slide to see what changed.');
  const overlay = await overlayOf(page);
  await hand.press(overlay.getByRole('button', { name: panelWords.result.compare }));
  const slider = overlay.getByRole('slider');
  await slider.waitFor();
  const box = await slider.boundingBox();
  if (!box) return;
  const pointAt = (ratio: number) =>
    screenPointOf(page, { xPx: box.x + box.width * ratio, yPx: box.y + box.height / 2 });
  await glide(display, await pointAt(0.5));
  await xdotool(display, 'mousedown', 1);
  for (const ratio of [0.15, 0.85, 0.5]) await glide(display, await pointAt(ratio));
  await xdotool(display, 'mouseup', 1);
  await page.waitForTimeout(1_000);
}

async function sayItInWords({ session, page, film, hand }: Chapter): Promise<void> {
  film.say('Or say it in your own words.');
  await hand.chooseLook('figure:nth-of-type(2) img', mostInMenu);
  await sayInPopup(session, 'Make it a snowy winter night, keep the cat as it is');
  film.say('It goes on while you look at something else.');
  await page.waitForTimeout(4_000);
  if (session.display) await pressKeys(session.display, ['Escape']);
}

async function restyleMany({ page, film, hand, session }: Chapter): Promise<void> {
  film.say('Many pictures, many looks: drop them into the studio.');
  await page.goto(session.extensionUrl('/studio.html'));
  await page.locator('input[type=file][multiple]').setInputFiles(await batchPictures());
  await page.getByRole('heading', { name: batchWords.pictures(4), exact: true }).waitFor(slow);
  await hand.press(page.locator('label').filter({ hasText: 'Film noir' }).first());
  await hand.press(page.getByRole('button', { name: /^Restyle \d+ pictures/ }));
  film.say('They go on by themselves, also when you close the page.');
  const heading = page.getByRole('heading', { name: batchWords.list.heading });
  await heading.evaluate((found) => found.scrollIntoView({ behavior: 'smooth' }));
  await page.getByRole('button', { name: batchWords.action.remove }).first().waitFor(slow);
  await page.waitForTimeout(1_500);
}

async function keepPreset({ page, film, hand }: Chapter): Promise<void> {
  film.say('Everything you make is kept.');
  await hand.press(page.getByRole('link', { name: historyWords.title }));
  await page.locator('[data-entry]').nth(4).waitFor(slow);
  await page.waitForTimeout(1_500);
  await hand.press(page.locator('[data-entry]').first());
  film.say('Made something good? Save it as a preset: one click for next time.');
  await hand.press(page.getByRole('button', { name: presetWords.keep, exact: true }));
  await page.getByText(/^Saved as the preset/).waitFor(slow);
  await page.waitForTimeout(2_200);
}

function overlayOf(page: Page): Promise<Frame> {
  const isOverlay = (frame: Frame) => frame !== page.mainFrame() && frame.url().includes('/overlay.html');
  return waitFor('the overlay', () => page.frames().find(isOverlay));
}
