import type { Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { figmaHandoffWords, handoffWords } from '#shared/i18n/en/handoff.ts';
import { pairingWords } from '#shared/i18n/en/pairing.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { openSession } from '#shared/pairing/guest/open-session.ts';
import { loadExtension } from '../../../scripts/browser/chromium.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { allowingHosts } from '../../../scripts/product/answer-prompt.ts';
import { readJobs } from '../../../scripts/product/stored-jobs.ts';
import { isWhole, rounds } from '../../campaign.ts';
import { photo } from '../../fakes/figma/drawings.ts';
import { type FigmaBrowser, openFigmaBrowser } from '../figma-browser.ts';
import { spoofs } from '../spoof/all.ts';
import { openGuest } from '../spoof/lives.ts';
import { isAnswered } from '../spoof/spoof.ts';
import { createSpoofStage, type SpoofStage } from '../spoof/spoof-stage.ts';

const from = isWhole ? 0 : (Number(process.env.RESTYLE_SEED) || 1) % spoofs.length;

let browser: FigmaBrowser;
let { standIn, figma, product, settings, page } = {} as FigmaBrowser;
/** How many pictures the person allows. */
const allowed = 3;

beforeAll(async () => {
  browser = await openFigmaBrowser();
  ({ standIn, figma, product, settings, page } = browser);
  await pair();
}, 120_000);
afterAll(() => browser?.close());

const panelFrame = () =>
  waitFor('the panel', () => page.frames().find((frame) => frame.url().startsWith('data:')));
const secretField = () => settings.getByLabel(pairingWords.code);

/** Presses Connect Figma and answers the code. */
async function makeCode(): Promise<string> {
  await settings.bringToFront();
  const button = settings.getByRole('button', { name: pairingWords.connect });
  await allowingHosts(product, ['https://www.figma.com/*'], () => button.click());
  await secretField().waitFor();
  return secretField().inputValue();
}

/** Once for all tests: a panel that is paired does not ask again. */
async function pair(): Promise<void> {
  const panel = await panelFrame();
  await settings.getByRole('spinbutton', { name: pairingWords.pictures, exact: true }).fill(String(allowed));
  const code = await makeCode();
  await page.bringToFront();
  await panel.getByText(figmaWords.connect.routes.browser, { exact: true }).click();
  await panel.getByLabel(figmaWords.connect.secret.browser).fill(code);
  await panel.getByRole('button', { name: figmaWords.connect.test.browser, exact: true }).click();
  await panel.getByText(/^Connected to/).waitFor();
  await panel.getByRole('button', { name: figmaWords.connect.done }).click();
  await waitForLeft(allowed);
}

/** What the settings say that may still be made. */
async function left(): Promise<number> {
  const said = (await settings.locator('body').textContent()) ?? '';
  return Number(/May make (\d+) more/.exec(said)?.[1] ?? 0);
}
const waitForLeft = (count: number) => waitFor(`${count} left`, async () => (await left()) === count);

/** Draws a layer, has it restyled, and waits until it is placed. */
async function restyle(panel: Frame, name: string, picture: string): Promise<void> {
  const frame = figma.draw({
    ...{ type: 'FRAME', name, width: 300, height: 200 },
    properties: await photo(figma, picture),
  });
  figma.select([frame]);
  // The button looks the same for the layer that was selected before.
  await panel.getByText(name, { exact: true }).first().waitFor();
  await panel.getByRole('button', { name: 'Restyle 1 layer' }).click();
  const row = panel.getByRole('listitem').filter({ hasText: name });
  await row.getByText('Placed above the layer', { exact: true }).waitFor({ timeout: 40_000 });
}

const pairings = () => settings.getByRole('button', { name: pairingWords.revoke });

test('paired by a pasted code, a layer is restyled by the browser in one paid run and placed', async () => {
  const panel = await panelFrame();
  const [runs, before] = [standIn.ledger().length, await left()];

  await restyle(panel, 'Coffee', 'coffee.png');

  expect(standIn.ledger()).toHaveLength(runs + 1);
  const [job] = await readJobs(settings);
  expect(job).toMatchObject({ stage: { name: 'done' }, context: { surface: 'figma', label: 'Coffee' } });
  await waitForLeft(before - 1);
  const kept = JSON.stringify(await page.evaluate(() => document.documentElement.outerHTML));
  expect(kept + (await panel.content())).not.toContain(standIn.apiKey);
});

test('the result goes on to Figma, a picture from there opens in the browser, and nothing more is paid', async () => {
  const panel = await panelFrame();
  const runs = standIn.ledger().length;
  const opened = await product.session.context.newPage();
  await opened.goto(product.session.extensionUrl('/popup.html?tab'));
  await opened
    .getByRole('button', { name: /^More for .*Coffee$/ })
    .first()
    .click();
  await opened.getByRole('menuitem', { name: panelWords.result.send }).click();
  await opened.getByText(handoffWords.waiting).first().waitFor();

  await page.bringToFront();
  await panel.getByRole('heading', { level: 2 }).first().dispatchEvent('pointerover');
  await panel
    .getByRole('button', { name: figmaHandoffWords.putOf('Coffee') })
    .first()
    .click();
  await panel.getByText(figmaHandoffWords.taken).waitFor();
  const placed = figma.see(figma.selection()[0] ?? '');
  expect(placed).toMatchObject({
    name: expect.stringMatching(/· Coffee$/),
    buttons: ['rerun', 'vary', 'revert'],
  });

  // What was copied with it says the same without a pairing.
  const [job] = await readJobs(settings);
  const seedOfIt = `${panelWords.seed.legend} ${job?.recipe.seed}`;
  await opened.bringToFront();
  await opened.keyboard.press('ControlOrMeta+v');
  await opened.getByRole('img', { name: 'Coffee' }).and(opened.locator('[width="600"]')).waitFor();
  await opened.getByText(seedOfIt).waitFor();
  await opened.close();

  await page.bringToFront();
  const opening = product.session.context.waitForEvent('page');
  await panel.getByRole('button', { name: figmaHandoffWords.openOf(placed?.name ?? '') }).click();
  const there = await opening;
  await there.getByRole('img', { name: 'Coffee' }).waitFor();
  await there.getByText(seedOfIt).waitFor();
  expect(standIn.ledger()).toHaveLength(runs);
  await there.close();
});

test.runIf(isWhole)('what was allowed is used up: nothing is run until the person allows more', async () => {
  const panel = await panelFrame();
  const [runs, before] = [standIn.ledger().length, await left()];
  for (let count = before; count > 0; count -= 1) await restyle(panel, `Cat ${count}`, 'chelsea.png');
  await settings.getByText(pairingWords.usedUp).waitFor();
  await panel.getByRole('radio', { name: figmaWords.look.none }).check();
  await panel.getByLabel(figmaWords.look.prompt).fill('Make it snow');
  await panel.getByRole('button', { name: 'Restyle 1 layer' }).click();
  const problem = panel.getByRole('alert').filter({ hasText: errorTexts['grant-used-up'].title });
  await problem.waitFor();
  expect(standIn.ledger()).toHaveLength(runs + before);

  await settings.bringToFront();
  await settings.getByRole('button', { name: pairingWords.renew }).click();
  await waitForLeft(allowed);
  await page.bringToFront();
  await problem.getByRole('button', { name: errorTexts['grant-used-up'].button, exact: true }).click();
  await waitForLeft(allowed - 1);
  await waitFor('its run', () => standIn.ledger().length === runs + before + 1);
});

test('ended in the settings, the pairing is worth nothing at once', async () => {
  const panel = await panelFrame();
  const runs = standIn.ledger().length;
  if ((await pairings().count()) > 0) await pairings().click();
  await waitFor('no pairing', async () => (await pairings().count()) === 0);
  await page.bringToFront();
  await panel.getByRole('button', { name: 'Restyle 1 layer' }).click();
  await panel.getByText(errorTexts['not-paired'].title).first().waitFor();
  expect(standIn.ledger()).toHaveLength(runs);
});

describe('whoever else asks', () => {
  let stage: SpoofStage;
  let letInCount = 0;
  beforeAll(async () => {
    stage = await createSpoofStage(browser);
  });

  const chosen = [...spoofs.slice(from), ...spoofs.slice(0, from)].slice(
    0,
    rounds({ sample: 1, all: spoofs.length }),
  );
  test.each(chosen)('is not let in: $name', async (spoof) => {
    const isLetIn = await spoof.isLetIn(stage);
    letInCount += Number(isLetIn);
    expect(isLetIn).toBe(false);
    const { runs, meantRuns, isMeant } = await stage.standing();
    expect([runs, isMeant]).toEqual([meantRuns, true]);
  });

  test('and nothing of the key is in anybody’s hands', async () => {
    const documents = page.frames().map((frame) => frame.content());
    const seen = JSON.stringify([stage.channels.carried, await Promise.all(documents)]);
    for (const hidden of [standIn.apiKey, btoa(standIn.apiKey), ...stage.secrets])
      expect(seen).not.toContain(hidden);
    const kilobytes = Math.round(seen.length / 1024);
    console.log(
      `spoof suite: ${chosen.length} cases, ${letInCount} let in, 0 bytes of the key in ${kilobytes} KB`,
    );
  });

  test.runIf(isWhole)('an update ends a session; the pairing goes on with the new version', async () => {
    const { session, pairing, deps } = await openGuest(stage);
    await loadExtension(browser.session.browser, browser.session.extensionDir);
    expect(await session.receive()).toBeNull();
    await waitFor('the new version', () => isAnswered(openSession(pairing, deps)), { timeoutMs: 40_000 });
  });
});
