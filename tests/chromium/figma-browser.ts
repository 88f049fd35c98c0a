import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { type ChromiumSession, launchChromium } from '../../scripts/browser/chromium.ts';
import { startDisplay } from '../../scripts/browser/display.ts';
import { connect } from '../../scripts/product/connect.ts';
import type { Product } from '../../scripts/product/open-product.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { serveFigmaSite } from '../fakes/figma/panel/figma-site.ts';
import { panelHtml } from '../fakes/figma/panel/panel-html.ts';
import { joinMainThread } from '../fakes/figma/panel-page.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';

const timing = { queueMs: 20, coldStartMs: 20, runMs: 200, archiveMs: 20 };
const extensionDir = fileURLToPath(new URL('../../dist/chrome-mv3', import.meta.url));

export const figmaAddress = 'https://www.figma.com/design/abc';

export type FigmaBrowser = {
  standIn: StandIn;
  figma: FakeFigma;
  session: ChromiumSession;
  product: Product;
  /** The extension's settings, open in a tab. */
  settings: Page;
  /** Figma with the plugin's panel in it. */
  page: Page;
  close(): Promise<void>;
};

/** The extension, connected, in a browser that has Figma open with the plugin's panel, nested as Figma nests it. */
export async function openFigmaBrowser(): Promise<FigmaBrowser> {
  const [display, standIn, figma] = await Promise.all([
    startDisplay(),
    startStandIn({ timing, megapixels: 0.05 }),
    startFakeFigma(),
  ]);
  figma.startPlugin();
  const site = await serveFigmaSite(await panelHtml(figma.panel().html, 'light'));
  const extraArgs = [
    `--host-resolver-rules=MAP www.figma.com 127.0.0.1:${site.port}`,
    '--ignore-certificate-errors',
  ];
  const session = await launchChromium({ extensionDir, display, extraArgs });
  const settings = await session.context.newPage();
  await settings.goto(session.extensionUrl('/options.html'));
  const product: Product = { session, rights: 'click', window: settings, close: async () => {} };
  await connect(product, standIn);
  await settings.reload();
  const page = await session.context.newPage();
  await joinMainThread(page, figma);
  await page.goto(figmaAddress);
  return {
    ...{ standIn, figma, session, product, settings, page },
    async close() {
      await session.close();
      await display.stop();
      await site.close();
      await standIn.close();
      figma.close();
    },
  };
}
