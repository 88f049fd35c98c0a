import type { Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { figmaHandoffWords, handoffWords } from '#shared/i18n/en/handoff.ts';
import { pairingWords } from '#shared/i18n/en/pairing.ts';
import { panelWords } from '#shared/i18n/en/panel.ts';
import { pairingMark } from '#shared/pairing/pairing-mark.ts';
import { maxTextLength } from '#shared/pairing/wire.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { allowingHosts } from '../../../scripts/product/answer-prompt.ts';
import { readJobs } from '../../../scripts/product/stored-jobs.ts';
import { isWhole } from '../../campaign.ts';
import { photo } from '../../fakes/figma/drawings.ts';
import { badProof, heardIn, helloOf, type Saying, say } from '../pairing-attacks.ts';
import { openPairingStage, type PairingStage } from '../pairing-stage.ts';

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ value: { pairings: { id: string }[] } }> };
};

let stage: PairingStage;
let standIn: PairingStage['standIn'];
let figma: PairingStage['figma'];
let session: PairingStage['session'];
let settings: Page;
let page: Page;

beforeAll(async () => {
  stage = await openPairingStage();
  ({ standIn, figma, session, settings, page } = stage);
}, 120_000);

afterAll(() => stage?.close());

const panelFrame = () =>
  waitFor('the panel', () => page.frames().find((frame) => frame.url().startsWith('data:')));
const secretField = () => settings.getByLabel(pairingWords.code);

/** Presses Connect Figma and answers the code. */
async function makeCode(): Promise<string> {
  await settings.bringToFront();
  const button = settings.getByRole('button', { name: pairingWords.connect });
  await allowingHosts(stage.product, ['https://www.figma.com/*'], () => button.click());
  await secretField().waitFor();
  return secretField().inputValue();
}

async function paste(panel: Frame, code: string): Promise<void> {
  await page.bringToFront();
  await panel.getByText(figmaWords.connect.routes.browser, { exact: true }).click();
  await panel.getByLabel(figmaWords.connect.secret.browser).fill(code);
  await panel.getByRole('button', { name: figmaWords.connect.pair, exact: true }).click();
}

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
  await settings.getByRole('spinbutton', { name: pairingWords.pictures, exact: true }).fill('2');
  await paste(panel, await makeCode());
  await panel.getByText(/^Connected to/).waitFor();
  await panel.getByRole('button', { name: figmaWords.connect.done }).click();
  await settings.getByText(pairingWords.left(2, 60)).waitFor();

  await restyle(panel, 'Coffee', 'coffee.png');

  expect(standIn.ledger()).toHaveLength(1);
  const [job] = await readJobs(settings);
  expect(job).toMatchObject({ stage: { name: 'done' }, context: { surface: 'figma', label: 'Coffee' } });
  await settings.getByText(pairingWords.left(1, 60)).waitFor();
  const kept = JSON.stringify(await page.evaluate(() => document.documentElement.outerHTML));
  expect(kept + (await panel.content())).not.toContain(standIn.apiKey);
});

test('the result goes on to Figma, a picture from there opens in the browser, and nothing more is paid', async () => {
  const panel = await panelFrame();
  const opened = await session.context.newPage();
  await opened.goto(session.extensionUrl('/popup.html?tab'));
  await opened.getByRole('button', { name: /^More for .*Coffee$/ }).click();
  await opened.getByRole('menuitem', { name: panelWords.result.send }).click();
  await opened.getByText(handoffWords.waiting).first().waitFor();

  await page.bringToFront();
  await panel.getByRole('heading', { level: 2 }).first().dispatchEvent('pointerover');
  await panel.getByRole('button', { name: figmaHandoffWords.putOf('Coffee') }).click();
  await panel.getByText(figmaHandoffWords.taken).waitFor();
  const placed = figma.see(figma.selection()[0] ?? '');
  expect(placed).toMatchObject({
    name: expect.stringMatching(/· Coffee$/),
    buttons: ['rerun', 'vary', 'revert'],
  });

  const opening = session.context.waitForEvent('page');
  await panel.getByRole('button', { name: figmaHandoffWords.openOf(placed?.name ?? '') }).click();
  const there = await opening;
  await there.getByRole('img', { name: 'Coffee' }).waitFor();
  const [job] = await readJobs(settings);
  await there.getByText(`${panelWords.seed.legend} ${job?.recipe.seed}`).waitFor();
  // What was copied with it does the same without a pairing.
  await opened.bringToFront();
  await opened.keyboard.press('ControlOrMeta+v');
  await opened.getByRole('img', { name: 'Coffee' }).and(opened.locator('[width="600"]')).waitFor();
  await opened.getByText(`${panelWords.seed.legend} ${job?.recipe.seed}`).waitFor();
  expect(standIn.ledger()).toHaveLength(1);
  await Promise.all([opened.close(), there.close()]);
});

/** Another plugin's panel: a `data:` frame in Figma's own, as like ours as can be. */
async function openStranger(name: string): Promise<Frame> {
  await (page.frames().find((frame) => frame.url().endsWith('/plugin-sandbox')) as Frame).evaluate((text) => {
    const frame = document.createElement('iframe');
    frame.src = `data:text/html,<title>${text}</title>`;
    document.body.append(frame);
  }, name);
  return waitFor(name, () => page.frames().find((frame) => frame.url().includes(name)));
}

test.runIf(isWhole)('nobody else is let in: other frames, other plugins, the page itself', async () => {
  const panel = await panelFrame();
  const pairingId = await settings.evaluate(async () => {
    const question = { verb: 'pairing.list', question: {} };
    const reply = await chrome.runtime.sendMessage(question);
    return reply.value.pairings[0]?.id ?? '';
  });
  const secret = await makeCode();
  await page.bringToFront();
  const claim = await helloOf({ kind: 'claim' });
  const known = await helloOf({ kind: 'session', pairingId });
  const unknown = await helloOf({
    kind: 'session',
    pairingId: pairingId.replace(/^./, 'a').replace(/.$/, 'b'),
  });
  const top = page.mainFrame();
  const sandbox = page.frames().find((frame) => frame.url().endsWith('/plugin-sandbox')) as Frame;
  const mark = pairingMark;

  // Frames that nothing listens in, or not to them.
  await top.evaluate(say, { mark, words: [claim, badProof], target: 'own' } as Saying);
  await top.evaluate(say, { mark, words: [known, badProof], target: 'panel' } as Saying);
  await sandbox.evaluate(say, { mark, words: [claim, badProof], target: 'own' } as Saying);
  await sandbox.evaluate(say, { mark, words: [known, badProof], target: 'top' } as Saying);
  const toldPanel = await openStranger('tells-the-panel');
  await toldPanel.evaluate(say, { mark, words: [known, badProof], target: 'sibling' } as Saying);

  // Frames like the panel's own: they are heard, and cannot prove anything.
  const strangers: [string, unknown[]][] = [
    ['claims', [claim, badProof]],
    ['goes-on', [known, badProof]],
    ['makes-up', [unknown, badProof]],
    ['says-nothing', ['', '']],
    ['too-large', ['x'.repeat(maxTextLength + 1)]],
    ['no-text', [{ hello: known }]],
    ['downgrade', [known.replace('"version":1', '"version":0'), badProof]],
  ];
  const heard: unknown[][] = [];
  for (const [name, words] of strangers) {
    const frame = await openStranger(name);
    await frame.evaluate(say, { mark, words, target: 'own' } as Saying);
    await waitFor(`the end for ${name}`, async () => (await heardIn(frame)).includes(null));
    heard.push(await heardIn(frame));
  }
  const flood = await openStranger('flood');
  const flooding: Saying = { mark, words: Array(100_000).fill('{}'), target: 'own' };
  await flood.evaluate(say, flooding);
  await waitFor('the end of the flood', async () => (await heardIn(flood)).includes(null));

  // The panel is served as before, so that whoever was to be answered has been.
  await restyle(panel, 'Cat', 'chelsea.png');
  for (const frame of [top, sandbox, toldPanel]) expect(await heardIn(frame)).toEqual([]);
  expect(standIn.ledger()).toHaveLength(2);
  expect(await pairings().count()).toBe(1);
  const all = JSON.stringify(heard);
  for (const hidden of [standIn.apiKey, secret, secret.slice(8), 'deployment'])
    expect(all).not.toContain(hidden);
  // The code that was on show is still the person's to use.
  await settings.getByText(pairingWords.withdraw).waitFor();
  await settings.getByText(pairingWords.withdraw).click();
});

test.runIf(isWhole)('what was allowed is used up: nothing is run until the person allows more', async () => {
  const panel = await panelFrame();
  await settings.getByText(pairingWords.usedUp).waitFor();
  await panel.getByRole('radio', { name: figmaWords.look.none }).check();
  await panel.getByLabel(figmaWords.look.prompt).fill('Make it snow');
  await panel.getByRole('button', { name: 'Restyle 1 layer' }).click();
  const problem = panel.getByRole('alert').filter({ hasText: errorTexts['grant-used-up'].title });
  await problem.waitFor();
  expect(standIn.ledger()).toHaveLength(2);

  await settings.bringToFront();
  await settings.getByRole('button', { name: pairingWords.renew }).click();
  await settings.getByText(pairingWords.left(2, 60)).waitFor();
  await page.bringToFront();
  await problem.getByRole('button', { name: errorTexts['grant-used-up'].button, exact: true }).click();
  await settings.getByText(pairingWords.left(1, 60)).waitFor();
  await waitFor('its run', () => standIn.ledger().length === 3);
});

test.runIf(isWhole)('a page of another site has no relay, and nothing of the extension', async () => {
  const other = await session.context.newPage();
  await other.goto(`${standIn.baseUrl}/`).catch(() => {});
  const words = [await helloOf({ kind: 'claim' })];
  const saying: Saying = { mark: pairingMark, words, target: 'own' };
  await other.evaluate(say, saying);
  expect(
    await other.evaluate(() => typeof (globalThis as { chrome?: { runtime?: object } }).chrome?.runtime),
  ).toBe('undefined');
  expect(await heardIn(other.mainFrame())).toEqual([]);
  await other.close();
});

test('ended in the settings, the pairing is worth nothing within a second', async () => {
  const panel = await panelFrame();
  const runs = standIn.ledger().length;
  await pairings().click();
  const endedAtMs = performance.now();
  await waitFor('no pairing', async () => (await pairings().count()) === 0);
  expect(performance.now() - endedAtMs).toBeLessThan(1_000);
  await page.bringToFront();
  await panel.getByRole('button', { name: 'Restyle 1 layer' }).click();
  await panel.getByText(errorTexts['not-paired'].title).waitFor();
  expect(standIn.ledger()).toHaveLength(runs);
});
