import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { type StandIn, startStandIn } from '../../tests/stand-in/stand-in.ts';
import { connect, fillConnectForm } from '../product/connect.ts';
import { openProduct, type Product } from '../product/open-product.ts';
import { type PhotoPage, servePhotoPage } from '../product/photo-page.ts';

/** The real extension in a real browser, a server behind it, photographs to work on. */
export type Stage = {
  product: Product;
  standIn: StandIn;
  photos: PhotoPage;
  /** What has to be over before the next scene: a run that was held goes on once its scene is left. */
  leaving: (() => unknown)[];
  close(): Promise<void>;
};

export const photo = (name: string) =>
  fileURLToPath(new URL(`../../tests/fixtures/photos/${name}`, import.meta.url));

export const photoNames = ['coffee.png', 'rocket.jpg', 'chelsea.png'];

/** As long as on a warm GPU, so that times and prices look as they will; clocks are moved on. */
export const timing = { queueMs: 100, coldStartMs: 500, runMs: 11_000, archiveMs: 50 };

/** Opens everything, connected once, so that the browser has asked its question before the first scene. */
export async function openStage(): Promise<Stage> {
  const standIn = await startStandIn({ timing, hasSettings: true });
  const photos = await servePhotoPage(photoNames.map(photo));
  const product = await openProduct();
  await connect(product, standIn);
  return {
    product,
    standIn,
    photos,
    leaving: [],
    async close() {
      await product.close();
      await photos.close();
      await standIn.close();
    },
  };
}

/** A page without scrollbars from its first layout on: they look different everywhere. */
export async function openPage({ product }: Stage, url: string): Promise<Page> {
  const page = await product.session.context.newPage();
  const protocol = await page.context().newCDPSession(page);
  await protocol.send('Emulation.setScrollbarsHidden', { hidden: true });
  await page.goto(url);
  return page;
}

/** One of the extension's own pages. */
export async function openOwnPage(stage: Stage, path: string): Promise<Page> {
  const page = await openPage(stage, stage.product.session.extensionUrl(path));
  await page.locator('main').waitFor();
  return page;
}

export async function disconnect(stage: Stage): Promise<void> {
  const page = await openOwnPage(stage, '/options.html');
  const button = page.getByRole('button', { name: settingsWords.disconnect });
  await button.click();
  await button.waitFor({ state: 'detached' });
  await page.close();
}

/** Connects once more, which the browser no longer asks about; answers the settings page. */
export async function reconnect(
  stage: Stage,
  deploymentId: string = stage.standIn.deploymentId,
): Promise<Page> {
  const page = await openOwnPage(stage, '/options.html');
  await fillConnectForm(page, { ...stage.standIn, deploymentId });
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await page
    .getByText(/^Connected to/)
    .first()
    .waitFor();
  return page;
}
