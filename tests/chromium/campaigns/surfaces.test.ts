import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extensionScenes } from '../../../scripts/screenshots/scenes/all.ts';
import { disconnect, openStage, type Stage } from '../../../scripts/screenshots/stage.ts';
import { rounds } from '../../campaign.ts';
import { violationsByScheme } from '../axe.ts';

/** They build on one another, so it is all of them or none; the sample is the test of the main surfaces. */
const isWalked = rounds({ sample: 0, all: 1 }) > 0;
/** A side panel; 1280 px at a zoom of 200 %; a window on a 4K screen. */
const windowsPx = [320, 640, 3_840];
/** A popup has its own width, whatever the window's. */
const popupPx = 380;

describe.runIf(isWalked)('every surface and state of the screenshots', () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage();
    await disconnect(stage);
  });
  afterAll(() => stage.close());

  it.each(extensionScenes)('$name', { timeout: 300_000 }, async (scene) => {
    const page = await scene.open(stage);
    const wrong: string[] = [];
    for (const frame of ownFrames(page)) wrong.push(...(await violationsByScheme(page, frame)));
    const isOwn = ownFrames(page).includes(page.mainFrame());
    const isPopup = new URL(page.url()).pathname === '/popup.html' && !page.url().includes('?');
    for (const widthPx of isPopup ? [popupPx] : windowsPx) {
      if (isOwn) wrong.push(...(await cutOffIn(page, widthPx)));
    }
    await page.close();
    for (const end of stage.leaving.splice(0)) await end();
    expect(wrong).toEqual([]);
  });
});

function ownFrames(page: Page): Frame[] {
  return page.frames().filter((frame) => frame.url().startsWith('chrome-extension://'));
}

/** What a window of that width, or text from right to left, would push out of it. */
async function cutOffIn(page: Page, widthPx: number): Promise<string[]> {
  const wrong: string[] = [];
  await page.setViewportSize({ width: widthPx, height: 800 });
  for (const dir of ['rtl', 'ltr']) {
    const overPx = await page.evaluate((wanted) => {
      document.documentElement.setAttribute('dir', wanted);
      return document.documentElement.scrollWidth - innerWidth;
    }, dir);
    if (overPx > 0) wrong.push(`${dir}: ${overPx} px wider than ${widthPx} px`);
  }
  return wrong;
}
