import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium } from 'playwright-core';
import { findChromium } from '../setup/find-browsers.mjs';
import { chromiumArguments } from './chromium-arguments.ts';
import { closeWelcome } from './close-welcome.ts';
import { type Display, environmentOn } from './display.ts';
import { createExtensionWorker, type ExtensionWorker } from './extension-worker.ts';

export type ChromiumOptions = {
  /** The built, unpacked extension. */
  extensionDir: string;
  /** A profile to keep between launches; without one a new profile is made, and deleted by `close`. */
  userDataDir?: string;
  /** The screen to open on: one of ours, `'person'` for the screen of who sits here, or none (headless). */
  display?: Display | 'person';
  extraArgs?: readonly string[];
  /** Leaves the page open that an extension shows to newcomers. */
  keepsWelcome?: boolean;
};

export type ChromiumSession = {
  context: BrowserContext;
  /** The browser's own debugging session, above all pages. */
  browser: CDPSession;
  /** Ours to press keys on; none on a person's screen or headless. */
  display: Display | null;
  extensionId: string;
  extensionDir: string;
  extensionUrl(path: string): string;
  worker: ExtensionWorker;
  close(): Promise<void>;
};

/** Starts Chromium or Chrome with the extension in it. */
export async function launchChromium(options: ChromiumOptions): Promise<ChromiumSession> {
  const { extensionDir, userDataDir } = options;
  const profile = userDataDir ?? (await mkdtemp(join(tmpdir(), 'restyle-chromium-')));
  const context = await openContext(profile, options);
  const close = async () => {
    await context.close();
    if (userDataDir === undefined) await rm(profile, { recursive: true, force: true, maxRetries: 3 });
  };
  try {
    const browser = await browserSessionOf(context);
    const extensionId = await loadExtension(browser, extensionDir);
    if (!options.keepsWelcome) await closeWelcome(extensionDir, () => context.pages());
    return {
      context,
      browser,
      display: ownDisplay(options),
      extensionId,
      extensionDir,
      extensionUrl: (path) => new URL(path, `chrome-extension://${extensionId}/`).href,
      worker: createExtensionWorker(browser, extensionId),
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function openContext(profile: string, options: ChromiumOptions): Promise<BrowserContext> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium here: "npm test" installs it, or says how.');
  const display = ownDisplay(options);
  return chromium.launchPersistentContext(profile, {
    executablePath,
    headless: options.display === undefined,
    // The window's own size: screen positions could not be computed from an emulated one.
    viewport: null,
    env: environmentOn(display),
    // Playwright's `--disable-extensions` would block ours, which is loaded after the start.
    ignoreDefaultArgs: ['--disable-extensions'],
    args: [...chromiumArguments(display ?? { widthPx: 1280, heightPx: 800 }), ...(options.extraArgs ?? [])],
  });
}

function ownDisplay({ display }: ChromiumOptions): Display | null {
  return display === undefined || display === 'person' ? null : display;
}

function browserSessionOf(context: BrowserContext): Promise<CDPSession> {
  const browser = context.browser();
  if (!browser) throw new Error('Playwright gave a context without its browser.');
  return browser.newBrowserCDPSession();
}

/** By the protocol and not by `--load-extension`, which branded Chrome ignores from version 137 on. */
export async function loadExtension(browser: CDPSession, path: string): Promise<string> {
  const { id } = await browser.send('Extensions.loadUnpacked', { path });
  return id;
}
