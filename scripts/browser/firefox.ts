import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Browser, launch, type Page } from 'puppeteer-core';
import { findFirefox } from '../setup/find-browsers.mjs';
import { closeWelcome } from './close-welcome.ts';
import { type Display, environmentOn } from './display.ts';
import { waitFor } from './wait-for.ts';

export type FirefoxOptions = {
  /** The built, unpacked extension; its manifest names its gecko id. */
  extensionDir: string;
  /** A screen of ours, or none (headless). */
  display?: Display;
  /** Preferences beside ours, which they override. */
  prefs?: Readonly<Record<string, unknown>>;
};

export type FirefoxSession = {
  browser: Browser;
  display: Display | null;
  extensionUrl(path: string): string;
  /** Opens a page of the extension's, where its whole API can be evaluated. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
};

/** Firefox gives each installation an id of its own; tests need to know it beforehand. */
const installationId = '5e57713e-0000-4000-8000-000000000001';

/** Starts Firefox with the extension in it. It grants optional permissions without a prompt. */
export async function launchFirefox(options: FirefoxOptions): Promise<FirefoxSession> {
  const browser = await openBrowser(options);
  try {
    await browser.installExtension(options.extensionDir);
    await closeWelcome(options.extensionDir, () => tabsOf(browser));
  } catch (error) {
    await browser.close();
    throw error;
  }
  const extensionUrl = (path: string) => new URL(path, `moz-extension://${installationId}/`).href;
  return {
    browser,
    display: options.display ?? null,
    extensionUrl,
    openExtensionPage: (path) => openPage(browser, extensionUrl(path)),
    close: () => browser.close(),
  };
}

async function openBrowser({ extensionDir, display, prefs }: FirefoxOptions): Promise<Browser> {
  const executablePath = findFirefox();
  if (!executablePath) throw new Error('There is no Firefox here: "npm test" installs it, or says how.');
  return launch({
    browser: 'firefox',
    executablePath,
    headless: display === undefined,
    defaultViewport: null,
    acceptInsecureCerts: true,
    env: environmentOn(display ?? null),
    args: firefoxArguments(display ?? { widthPx: 1280, heightPx: 800 }),
    extraPrefsFirefox: { ...preferences(await geckoIdOf(extensionDir)), ...prefs },
  });
}

/** Without system access, the protocol may not enter pages of extensions. */
function firefoxArguments({ widthPx, heightPx }: { widthPx: number; heightPx: number }): string[] {
  return ['-remote-allow-system-access', '--width', String(widthPx), '--height', String(heightPx)];
}

function preferences(geckoId: string): Record<string, unknown> {
  return {
    'extensions.webextensions.uuids': JSON.stringify({ [geckoId]: installationId }),
    'extensions.webextOptionalPermissionPrompts': false,
  };
}

/** Entering an extension's page swaps its process, which `goto` never hears the end of. */
async function openPage(browser: Browser, url: string): Promise<Page> {
  const page = await browser.newPage();
  page.goto(url).catch(() => {});
  const read = () => page.evaluate(() => `${location.href} ${document.readyState}`).catch(() => '');
  await waitFor(url, async () => (await read()) === `${url} complete`);
  return page;
}

/** The protocol does not hear of a page of an extension's that opens by itself: each tab is asked where it is. */
async function tabsOf(browser: Browser) {
  return (await browser.pages()).map((page) => ({
    url: () => page.evaluate(() => location.href).catch(() => ''),
    close: () => page.close(),
  }));
}

async function geckoIdOf(extensionDir: string): Promise<string> {
  const manifest = JSON.parse(await readFile(join(extensionDir, 'manifest.json'), 'utf8'));
  return manifest.browser_specific_settings.gecko.id;
}
