import { type Browser, chromium, type FrameLocator, type Page } from 'playwright-core';
import { chromiumArguments } from '../../../scripts/browser/chromium-arguments.ts';
import { findChromium } from '../../../scripts/setup/find-browsers.mjs';
import { buildPlugin, type PluginManifest } from './build-plugin.ts';
import type { FakeFigma } from './fake-figma.ts';
import { panelHtml, type Theme } from './panel/panel-html.ts';
import { servePanel } from './panel/panel-server.ts';

export type PanelOptions = {
  theme?: Theme;
  /** In place of the manifest's, for a relay on another port. */
  allowedDomains?: readonly string[];
  /** Scripts from `data:` addresses run, as where Figma says no more than `default-src data:`. */
  hasWorkers?: boolean;
  /** Picture pixels per CSS pixel. */
  density?: number;
};

export type Panel = {
  /** The plugin's own document, to find things in. */
  ui: FrameLocator;
  screenshot(): Promise<Buffer>;
  /** What went wrong in the panel and was not expected by anybody. */
  errors(): readonly string[];
  close(): Promise<void>;
};

export async function launchBrowser(): Promise<Browser> {
  const executablePath = findChromium();
  if (!executablePath) throw new Error('There is no Chromium here: "npm test" installs it, or says how.');
  return chromium.launch({ executablePath, args: chromiumArguments({ widthPx: 400, heightPx: 800 }) });
}

let shared: Promise<Browser> | null = null;

/** One browser for all test files of a worker, whose end is its end. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}

/** Pages whose panel was closed: a panel keeps nothing in its browser, and a fresh page takes longer than itself. */
const freePages = new WeakMap<Browser, Page[]>();

async function takePage(browser: Browser, density: number): Promise<Page> {
  const free = density === 1 ? freePages.get(browser)?.pop() : undefined;
  return free ?? browser.newPage({ deviceScaleFactor: density });
}

async function leavePage(page: Page, browser: Browser, density: number): Promise<void> {
  page.removeAllListeners('pageerror');
  if (density !== 1) return page.close();
  await page.goto('about:blank');
  freePages.set(browser, [...(freePages.get(browser) ?? []), page]);
}

/** The panel of a running plugin in a real browser, under the manifest's policy and nothing looser. */
export async function openPanel(
  browser: Browser,
  figma: FakeFigma,
  options: PanelOptions = {},
): Promise<Panel> {
  const { theme = 'light', density = 1 } = options;
  const { html, width, height } = figma.panel();
  const allowedDomains = options.allowedDomains ?? whileDeveloping((await buildPlugin()).manifest);
  const server = await servePanel(await panelHtml(html, theme), allowedDomains, options.hasWorkers);
  const page = await takePage(browser, density);
  await page.setViewportSize({ width, height });
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(String(error)));
  const stop = await joinMainThread(page, figma);
  const stopResizing = figma.onResize(() => {
    const size = figma.panel();
    void page.setViewportSize({ width: size.width, height: size.height }).catch(() => {});
  });
  await page.goto(server.url);
  return {
    ui: page.frameLocator('#network').frameLocator('#panel'),
    screenshot: () => page.screenshot(),
    errors: () => errors,
    async close() {
      stop();
      stopResizing();
      await leavePage(page, browser, density);
      await server.close();
    },
  };
}

/** What Figma lets a plugin reach that is run from its folder. */
function whileDeveloping({ networkAccess }: PluginManifest): string[] {
  const { allowedDomains, devAllowedDomains = [] } = networkAccess;
  return [...allowedDomains.filter((domain) => domain !== 'none'), ...devAllowedDomains];
}

/** A page of either driver's. */
type JoinedPage = {
  exposeFunction(name: string, act: (json: string) => void): Promise<unknown>;
  evaluate(act: (json: string) => void, json: string): Promise<unknown>;
};

/** Whose main thread a page talks to. What is exposed to a page stays with it. */
const mainThreads = new WeakMap<JoinedPage, FakeFigma | null>();

/** Lets Figma's page hand messages on to the main thread and back, until the returned function is called. */
export async function joinMainThread(page: JoinedPage, figma: FakeFigma): Promise<() => void> {
  const isJoined = mainThreads.has(page);
  mainThreads.set(page, figma);
  const send = (json: string) => mainThreads.get(page)?.send(JSON.parse(json, fromText));
  if (!isJoined) await page.exposeFunction('toMainThread', send);
  const stop = figma.onMessage((message) => {
    const deliver = (json: string) =>
      (globalThis as unknown as { toPanel(json: string): void }).toPanel(json);
    void page.evaluate(deliver, JSON.stringify(message, toText)).catch(() => {});
  });
  return () => {
    stop();
    mainThreads.set(page, null);
  };
}

function toText(_key: string, part: unknown): unknown {
  return part instanceof Uint8Array ? { $text: Buffer.from(part).toString('base64') } : part;
}

function fromText(_key: string, part: unknown): unknown {
  const text = (part as { $text?: unknown } | null)?.$text;
  return typeof text === 'string' ? new Uint8Array(Buffer.from(text, 'base64')) : part;
}
