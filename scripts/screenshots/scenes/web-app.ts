import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { openStudioStage, type StudioStage } from '../../../tests/fakes/relay/studio-stage.ts';
import { hurried } from '../jobs.ts';
import { photo, timing } from '../stage.ts';

/** A state of the studio as a web app, by somebody who has just joined. */
export type WebAppScene = {
  name: string;
  widthsPx: readonly number[];
  act(page: Page, stage: StudioStage): Promise<void>;
};

const both = [390, 1280];

export const webAppScenes: readonly WebAppScene[] = [
  {
    name: 'web-app-join',
    widthsPx: [390],
    act: async (page, stage) => void (await page.goto(await stage.invitation())),
  },
  { name: 'web-app-sign-in', widthsPx: [390], act: async (page, { url }) => void (await page.goto(url)) },
  { name: 'web-app-empty', widthsPx: both, act: join },
  {
    name: 'web-app-ready',
    widthsPx: both,
    async act(page, stage) {
      await join(page, stage);
      await choose(page, 'coffee.png', 'Watercolour');
    },
  },
  {
    name: 'web-app-running',
    widthsPx: both,
    async act(page, stage) {
      await join(page, stage);
      await choose(page, 'coffee.png', 'Watercolour');
      await page.getByRole('button', { name: /^Restyle/ }).click();
      await page
        .getByText(/^Restyling|left/)
        .first()
        .waitFor();
    },
  },
  { name: 'web-app-results', widthsPx: both, act: restyleTwo },
  {
    name: 'web-app-result',
    widthsPx: both,
    async act(page, stage) {
      await restyleTwo(page, stage);
      await page.getByRole('button', { name: /^Open/ }).first().click();
      await page.getByRole('dialog').getByRole('slider').waitFor();
    },
  },
  {
    name: 'web-app-menu',
    widthsPx: [390],
    async act(page, stage) {
      await restyleTwo(page, stage);
      await page.getByRole('button', { name: /^More/ }).first().click();
    },
  },
  {
    name: 'web-app-failed',
    widthsPx: [390],
    async act(page, stage) {
      await join(page, stage);
      await choose(page, 'coffee.png', 'Watercolour');
      await page.context().clearCookies();
      await page.getByRole('button', { name: /^Restyle/ }).click();
      await page.getByText('You are signed out').first().waitFor();
    },
  },
  {
    name: 'web-app-elsewhere',
    widthsPx: [390],
    async act(page, stage) {
      const first = await page.context().newPage();
      await join(first, stage);
      await page.goto(stage.url);
      await page.getByRole('button', { name: 'Use it here' }).waitFor();
    },
  },
];

const phone: BrowserContextOptions = { hasTouch: true, isMobile: true };

/** A browser that has never been there, as large as the picture that is taken. */
export async function openVisitor(browser: Browser, widthPx: number, heightPx: number): Promise<Page> {
  const viewport = { width: widthPx, height: heightPx };
  const context = await browser.newContext({ ...(widthPx < 720 ? phone : {}), viewport });
  return context.newPage();
}

/** As long as a run takes, so that times and prices look as they will; clocks are moved on. */
export function openWebAppStage(): Promise<StudioStage> {
  return openStudioStage({ timing });
}

async function join(page: Page, stage: StudioStage): Promise<void> {
  await page.goto(await stage.invitation());
  await page.getByRole('button', { name: 'Use Restyle in this browser' }).click();
  await page.getByRole('combobox', { name: 'Workflow' }).waitFor();
}

async function choose(page: Page, name: string, preset: string): Promise<void> {
  await page.getByLabel('Choose a picture to restyle').setInputFiles(photo(name));
  await page.getByRole('img', { name }).waitFor();
  await page.getByRole('radio', { name: preset }).check({ force: true });
  await page.getByRole('button', { name: /^Restyle.*\$/ }).waitFor();
}

async function restyleTwo(page: Page, stage: StudioStage): Promise<void> {
  await join(page, stage);
  await restyle(page, stage, 'rocket.jpg', 'Film noir');
  await restyle(page, stage, 'chelsea.png', 'Watercolour');
}

async function restyle(page: Page, stage: StudioStage, name: string, preset: string): Promise<void> {
  await choose(page, name, preset);
  await page.getByRole('button', { name: /^Restyle/ }).click();
  const card = page.getByRole('article', { name: `${preset} · ${name}` });
  await hurried(stage.standIn, card.getByRole('button', { name: 'Download' }).waitFor());
}
