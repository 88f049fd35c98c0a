import { fileURLToPath } from 'node:url';
import type { Page } from 'puppeteer-core';
import { startDisplay } from '../../scripts/browser/display.ts';
import { type FirefoxOptions, type FirefoxSession, launchFirefox } from '../../scripts/browser/firefox.ts';
import { type PhotoPage, servePhotoPage } from '../../scripts/product/photo-page.ts';

const extensionDir = fileURLToPath(new URL('../../dist/firefox-mv3', import.meta.url));

export type FirefoxStage = {
  session: FirefoxSession;
  photos: PhotoPage;
  /** The extension's settings, open in a tab. */
  settings: Page;
  close(): Promise<void>;
};

/** The built extension in a real Firefox on a display of its own, with a page that shows one photograph. */
export async function openFirefoxStage(
  photoName: string,
  prefs: FirefoxOptions['prefs'] = {},
): Promise<FirefoxStage> {
  const photo = fileURLToPath(new URL(`../fixtures/photos/${photoName}`, import.meta.url));
  const [display, photos] = await Promise.all([startDisplay(), servePhotoPage([photo])]);
  const session = await launchFirefox({ extensionDir, display, prefs });
  return {
    session,
    photos,
    settings: await session.openExtensionPage('options.html'),
    async close() {
      await session.close();
      await display.stop();
      await photos.close();
    },
  };
}
