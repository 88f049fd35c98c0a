import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { type ChromiumOptions, type ChromiumSession, launchChromium } from '../browser/chromium.ts';
import { type Display, startDisplay } from '../browser/display.ts';
import { root } from '../build/run.ts';
import { findProgram } from '../setup/find-program.mjs';

/**
 * How the extension got its rights: `click` as from a person (native menu, the browser's own question
 * answered), `demo` where no display server can be had and hosts had to be granted by the build.
 */
export type Rights = 'click' | 'demo';

export type Product = {
  session: ChromiumSession;
  rights: Rights;
  /** One of the extension's own pages, kept open to read its stores. */
  window: Page;
  close(): Promise<void>;
};

const size = { widthPx: 1280, heightPx: 900 };

/** The built extension in a cold Chromium; on a display of our own, else without one and marked `demo`. */
export async function openProduct(
  screen: 'own' | 'person' = 'own',
  options: Pick<ChromiumOptions, 'keepsWelcome'> = {},
): Promise<Product> {
  const display = screen === 'person' ? 'person' : await ownDisplay();
  const rights: Rights = display ? 'click' : 'demo';
  const extensionDir = display ? `${root}dist/chrome-mv3` : await makeDemoBuild();
  const session = await launchChromium({ ...options, extensionDir, ...(display ? { display } : {}) });
  const window = await session.context.newPage();
  await window.goto(session.extensionUrl('/options.html'));
  return {
    session,
    rights,
    window,
    async close() {
      await session.close();
      if (display && display !== 'person') await display.stop();
    },
  };
}

async function ownDisplay(): Promise<Display | null> {
  return findProgram(['Xvfb']) && findProgram(['xdotool']) ? startDisplay(size) : null;
}

/** A copy whose manifest holds every host from the start: no headless browser shows its question. */
async function makeDemoBuild(): Promise<string> {
  const folder = `${root}dist/demo-rights`;
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  await cp(`${root}dist/chrome-mv3`, folder, { recursive: true });
  const manifest = JSON.parse(await readFile(`${folder}/manifest.json`, 'utf8'));
  manifest.host_permissions = ['https://*/*', 'http://*/*'];
  await writeFile(`${folder}/manifest.json`, JSON.stringify(manifest));
  return folder;
}
