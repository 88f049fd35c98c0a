import type { Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { figmaHandoffWords, handoffWords } from '#shared/i18n/en/handoff.ts';
import { pairingWords } from '#shared/i18n/en/pairing.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { frameWith, press, pressButton } from '../../scripts/corpus/firefox-frames.ts';
import { readJobs } from '../../scripts/product/stored-jobs.ts';
import { photo } from '../fakes/figma/drawings.ts';
import { type FakeFigma, startFakeFigma } from '../fakes/figma/fake-figma.ts';
import { type FigmaSite, serveFigmaSite } from '../fakes/figma/panel/figma-site.ts';
import { panelHtml } from '../fakes/figma/panel/panel-html.ts';
import { joinMainThread } from '../fakes/figma/panel-page.ts';
import { type StandIn, startStandIn } from '../stand-in/stand-in.ts';
import { connectFirefox, fill } from './connect-firefox.ts';
import { type FirefoxStage, openFirefoxStage } from './firefox-stage.ts';
import { pasteByKeys, pressNamed, waitForWords, wordsOf } from './named-control.ts';
import { openTunnel, type Tunnel } from './tunnel.ts';

const timing = { queueMs: 20, coldStartMs: 20, runMs: 200, archiveMs: 20 };

const patienceMs = 40_000;

let standIn: StandIn;
let figma: FakeFigma;
let site: FigmaSite;
let tunnel: Tunnel;
let stage: FirefoxStage;
let page: Page;
let panel: Frame;
let popup: Page;

beforeAll(async () => {
  [standIn, figma] = await Promise.all([startStandIn({ timing, megapixels: 0.05 }), startFakeFigma()]);
  figma.startPlugin();
  site = await serveFigmaSite(await panelHtml(figma.panel().html, 'light'));
  tunnel = await openTunnel(site.port);
  stage = await openFirefoxStage('coffee.png', {
    ...tunnel.prefs,
    // Or it would accept no certificate of ours for figma.com.
    'network.stricttransportsecurity.preloadlist': false,
  });
  await connectFirefox(stage, standIn);
  page = await stage.session.browser.newPage();
  await joinMainThread(page, figma);
  await page.goto('https://www.figma.com/design/abc');
  panel = await waitFor('the panel', () => page.frames().find((f) => f.url().startsWith('data:')));
  await pair();
});
afterAll(async () => {
  await stage?.close();
  tunnel?.close();
  await site?.close();
  await standIn?.close();
  figma?.close();
});

/** Presses Connect Figma and answers the code. The driver has the browser's question answered by itself. */
async function makeCode(): Promise<string> {
  await stage.settings.bringToFront();
  await stage.settings.locator(`::-p-aria(${pairingWords.connect}[role="button"])`).click();
  const codeField = `::-p-aria(${pairingWords.code}[role="textbox"])`;
  const field = await stage.settings.waitForSelector(codeField);
  return field?.evaluate((input) => (input as unknown as HTMLInputElement).value) ?? '';
}

/** In the panel's own document: chooses the browser as the way, pastes a code and goes on. */
async function pair(): Promise<void> {
  const code = await makeCode();
  await page.bringToFront();
  await press(panel, 'input[value="browser"]');
  await waitFor('the field', async () => (await wordsOf(panel)).includes(figmaWords.connect.secret.browser));
  await fill(panel, figmaWords.connect.secret.browser, code);
  await pressButton(panel, figmaWords.connect.test.browser);
  await pressButton(await frameWith(page, figmaWords.connect.done, patienceMs), figmaWords.connect.done);
}

const placedCount = () =>
  panel.evaluate(
    () =>
      [...document.querySelectorAll('li')].filter((row) => row.textContent.includes('Placed above the layer'))
        .length,
  );

it('paired in Firefox by a pasted code, a layer is restyled by the browser in one paid run', async () => {
  const [runs, placed] = [standIn.ledger().length, await placedCount()];
  const frame = figma.draw({
    ...{ type: 'FRAME', name: 'Coffee', width: 300, height: 200 },
    properties: await photo(figma, 'coffee.png'),
  });
  figma.select([frame]);
  await frameWith(page, 'Restyle 1 layer', patienceMs);
  await pressButton(panel, 'Restyle 1 layer');
  await waitFor('the result', async () => (await placedCount()) > placed, { timeoutMs: patienceMs });
  expect(standIn.ledger()).toHaveLength(runs + 1);
  const [job] = await readJobs(stage.settings);
  expect(job).toMatchObject({ stage: { name: 'done' }, context: { surface: 'figma', label: 'Coffee' } });
});

/** Copying is allowed for a moment after a press: a picture that took longer is copied by another one. */
async function copied(): Promise<void> {
  await waitFor('the text', async () => /Copied\.|Copy it/.test(await wordsOf(panel)), {
    timeoutMs: patienceMs,
  });
  if ((await wordsOf(panel)).includes(figmaHandoffWords.copy))
    await pressButton(panel, figmaHandoffWords.copy);
  await waitForWords(panel, figmaHandoffWords.copied);
}

/** The driver does not hear of a tab that opens by itself: the extension's settings know its others. */
function isSaidInTab(words: string): Promise<boolean> {
  return stage.settings.evaluate((wanted) => {
    const { extension } = (globalThis as unknown as { browser: { extension: { getViews(): Window[] } } })
      .browser;
    return extension.getViews().some(({ document }) => document.body.textContent.includes(wanted));
  }, words);
}

const selected = () => figma.see(figma.selection()[0] ?? '');

it('its result goes on to Figma, and a picture from there opens in the browser: paired, and as a text', async () => {
  const runs = standIn.ledger().length;
  popup = await stage.session.openExtensionPage('popup.html?tab');
  await pressNamed(popup, /^More for .*Coffee$/);
  await pressNamed(popup, new RegExp(`^${panelWords.result.send}$`));
  await waitForWords(popup, handoffWords.waitingOnly.slice(0, 30));

  await page.bringToFront();
  await panel.evaluate(() =>
    document.querySelector('h2')?.dispatchEvent(new Event('pointerover', { bubbles: true })),
  );
  await pressNamed(panel, /^Put Coffee on the canvas$/);
  await waitForWords(panel, figmaHandoffWords.taken);
  const name = selected()?.name ?? '';
  expect(selected()).toMatchObject({
    name: expect.stringMatching(/· Coffee$/),
    buttons: ['rerun', 'vary', 'revert'],
  });

  const [job] = await readJobs(stage.settings);
  const seedOfIt = `${panelWords.seed.legend} ${job?.recipe.seed}`;
  await pressNamed(panel, new RegExp(`^${figmaHandoffWords.openOf(name)}$`));
  await waitForWords(panel, figmaHandoffWords.opened);
  await waitFor('its tab', () => isSaidInTab(seedOfIt), { timeoutMs: patienceMs });

  // Without a pairing the same goes as a text: from the panel into the browser, and back again.
  await stage.settings.bringToFront();
  await pressNamed(stage.settings, new RegExp(`^${pairingWords.revoke}`));
  await page.bringToFront();
  await pressButton(panel, figmaHandoffWords.open);
  await copied();
  await popup.bringToFront();
  await pasteByKeys(popup);
  await waitForWords(popup, seedOfIt);
  await page.bringToFront();
  await (await panel.$('h2'))?.evaluate((heading) => (heading.ownerDocument.defaultView ?? window).focus());
  await pasteByKeys(page);
  await waitFor('another layer', () => selected()?.buttons.length === 0, { timeoutMs: patienceMs });
  expect(standIn.ledger()).toHaveLength(runs);
});
