import type { CDPSession, Page } from 'playwright-core';
import { waitFor } from '../browser/wait-for.ts';
import type { Scheme } from './scene.ts';

export type Shot = {
  widthPx: number;
  heightPx: number;
  scheme: Scheme;
  /** Picture pixels per CSS pixel. */
  density: number;
  wholePage?: boolean;
};

type Camera = { page: Page; protocol: CDPSession };

/**
 * A page as it looks in a window of that size and a system of that colour scheme; PNG. By the protocol:
 * Playwright's own calls would resize the window, and know no density in one that is not emulated.
 */
export async function shoot(page: Page, shot: Shot): Promise<Buffer> {
  const camera = { page, protocol: await page.context().newCDPSession(page) };
  await page.bringToFront();
  await page.emulateMedia({ colorScheme: shot.scheme, reducedMotion: 'reduce' });
  await resize(camera, shot);
  if (shot.wholePage) await growToContent(camera, shot);
  const { data } = await camera.protocol.send('Page.captureScreenshot', { format: 'png' });
  await camera.protocol.detach();
  return Buffer.from(data, 'base64');
}

async function resize({ page, protocol }: Camera, { widthPx, heightPx, density }: Shot): Promise<void> {
  await protocol.send('Emulation.setDeviceMetricsOverride', {
    width: widthPx,
    height: heightPx,
    deviceScaleFactor: density,
    mobile: false,
  });
  await waitFor('the page to come to rest', () => isAtRest(page));
}

/**
 * The window really grows: a picture beyond its edge would show what sticks to the edge in mid-page.
 * Pictures in it grow along, up to their limit, so that one step may not be enough.
 */
async function growToContent(camera: Camera, shot: Shot): Promise<void> {
  for (let heightPx = shot.heightPx, step = 0; step < 5; step++) {
    const neededPx = await camera.page.evaluate(() => document.documentElement.scrollHeight);
    if (neededPx <= heightPx) break;
    heightPx = neededPx;
    await resize(camera, { ...shot, heightPx });
  }
  await camera.page.evaluate(() => scrollTo(0, 0));
}

/** Fonts and pictures are there, and overlays lie where their pictures now are: two looks find the same. */
async function isAtRest(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const overlays = () => [...document.querySelectorAll('restyle-overlay')];
    const layout = () =>
      JSON.stringify(overlays().map((overlay) => overlay.getBoundingClientRect())) +
      document.documentElement.scrollHeight;
    const before = layout();
    await document.fonts.ready;
    // Overlays look every quarter of a second where their picture is.
    await new Promise((resolve) => setTimeout(resolve, overlays().length > 0 ? 300 : 50));
    // A row of presets runs out of the window at either side.
    const isInSight = ({ left, right }: DOMRect) => left < innerWidth && right > 0;
    const isWanted = (image: HTMLImageElement) =>
      image.loading !== 'lazy' || isInSight(image.getBoundingClientRect());
    return before === layout() && [...document.images].filter(isWanted).every(({ complete }) => complete);
  });
}
