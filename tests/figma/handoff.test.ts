import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Handoff } from '#shared/handoff/handoff.ts';
import { readHandoffCode, writeHandoffCode } from '#shared/handoff/handoff-code.ts';
import { errorTexts } from '#shared/i18n/en/errors.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { figmaHandoffWords as words } from '#shared/i18n/en/handoff.ts';
import { isShown } from '../campaign.ts';
import { flatPng } from '../fakes/figma/drawings.ts';
import { launchBrowser } from '../fakes/figma/panel-page.ts';
import { openPanelStage, type PanelStage } from './panel-stage.ts';
import { layer } from './placing-stage.ts';

let browser: Browser;
let stage: PanelStage;

beforeAll(async () => {
  browser = await launchBrowser();
  stage = await openPanelStage(browser);
  await stage.open();
  // It hears nothing before it is there.
  await stage.panel().ui.getByText(figmaWords.layers.none).waitFor();
});
afterAll(async () => {
  await stage?.close();
  await browser?.close();
});
afterEach(() => expect(stage.team.standIn.ledger()).toEqual([]));

const recipe = {
  ...{ presetId: 'builtin.watercolour', presetName: 'Watercolour', prompt: 'Paint it in ochre' },
  ...{ strength: 0.4, seed: 4711 },
};
const handed = async (changes: Partial<Handoff> = {}): Promise<Handoff> => ({
  ...{ name: 'Coffee', recipe, original: await flatPng(120, 80, '#aa5500') },
  ...{ picture: await flatPng(60, 40, '#00ff00'), ...changes },
});

/** As the browser tells the panel of what is on the clipboard. */
const paste = (text: string) =>
  stage
    .panel()
    .ui.locator('body')
    .evaluate((body, pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', pasted);
      body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, text);
const selectedNode = () => stage.figma.see(stage.figma.selection()[0] ?? '');
const field = (label: string) => stage.panel().ui.getByLabel(label, { exact: true });

const twoOfFour = { sample: 2, all: 4 };

test.runIf(isShown(0, twoOfFour))(
  'a result from the browser lies on the canvas with its original and its settings, and nothing is run',
  async () => {
    const handoff = await handed();
    await paste(writeHandoffCode(handoff));
    await stage.panel().ui.getByText(words.taken).waitFor();

    const node = selectedNode();
    expect(node).toMatchObject({
      name: 'Watercolour · Coffee',
      width: 60,
      buttons: ['rerun', 'vary', 'revert'],
    });
    const fills = node?.properties.fills as { imageHash: string; visible?: boolean }[];
    expect(fills.map(({ visible = true }) => visible)).toEqual([false, true]);
    expect(fills.map(({ imageHash }) => stage.figma.image(imageHash))).toEqual([
      handoff.original,
      handoff.picture,
    ]);
    // The preset says something else here: the whole prompt is what was typed.
    expect(await field('What should change?').inputValue()).toBe(recipe.prompt);
    expect(await field('Seed').inputValue()).toBe('4711');
    await stage.panel().ui.getByText('Made with Watercolour').waitFor();
    stage.figma.select([]);
    stage.figma.undo();
    expect(stage.figma.see(node?.id ?? '')).toBeNull();
  },
);

test.runIf(isShown(1, twoOfFour))(
  'a layer goes to the browser with what made it, as a text that the clipboard keeps; that works as well here',
  async () => {
    await paste(writeHandoffCode(await handed()));
    const { ui } = stage.panel();
    await ui.getByRole('button', { name: words.openOf('Watercolour · Coffee') }).click();
    await ui.getByText(words.copied).waitFor();

    await field('What should change?').fill('');
    await field('What should change?').press('ControlOrMeta+v');
    await ui.getByText(words.taken).waitFor();
    expect(await field('What should change?').inputValue()).toBe(recipe.prompt);
    // What was copied is the picture to begin with, which was the original.
    expect(selectedNode()).toMatchObject({
      name: 'Watercolour · Coffee',
      width: 120,
      buttons: [],
    });
  },
);

test.runIf(isShown(2, twoOfFour))(
  'what cannot be taken is said in words, changes nothing, and other text is left to its field',
  async () => {
    const alert = stage.panel().ui.getByRole('alert');
    const before = stage.figma.selection();
    const code = writeHandoffCode(await handed());
    await paste(code.slice(0, code.length / 2));
    await alert.getByText(errorTexts['handoff-unreadable'].title).waitFor();
    await alert.getByRole('button', { name: 'OK' }).click();
    await alert.waitFor({ state: 'detached' });
    await paste('a cat in the rain');
    expect(await alert.count()).toBe(0);
    expect(stage.figma.selection()).toEqual(before);
  },
);

test.runIf(isShown(3, twoOfFour))('any layer can go, with the look that the panel’s fields say', async () => {
  const id = stage.figma.draw(layer());
  stage.figma.select([id]);
  const { ui } = stage.panel();
  await ui.getByRole('radio', { name: 'My prompt' }).check();
  await field('What should change?').fill('As an engraving');
  await ui.getByRole('button', { name: words.openOf('Photo') }).click();
  await ui.getByText(words.copied).waitFor();
  const area = field('What should change?');
  // The panel would take it up: past its own ears it is text like any other.
  await area.evaluate((element) => {
    element.addEventListener('paste', (event) => event.stopPropagation(), { once: true });
  });
  await area.fill('');
  await area.press('ControlOrMeta+v');
  const handoff = readHandoffCode(await area.inputValue());
  expect(handoff).toMatchObject({ name: 'Photo', original: null });
  expect(handoff.recipe).toMatchObject({ presetId: null, prompt: 'As an engraving' });
});

const link = () => stage.panel().ui.getByRole('button', { name: words.paste });
const pasteField = () => stage.panel().ui.getByRole('textbox', { name: words.pasteHere });

test('a link takes up what is copied; where the clipboard is kept from the panel, it is pasted by hand', async () => {
  const code = writeHandoffCode(await handed());
  const { ui } = stage.panel();
  stage.figma.select([]);
  await ui.getByText(figmaWords.layers.none).waitFor();
  await link().click();
  await pasteField().fill('a cat in the rain');
  await ui.getByText(words.pasteOther).waitFor();
  await pasteField().evaluate((field, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, code);
  await ui.getByText(words.taken).waitFor();
  expect(selectedNode()?.name).toBe('Watercolour · Coffee');
  expect(await pasteField().count()).toBe(0);

  stage.figma.select([]);
  await ui.getByText(figmaWords.layers.none).waitFor();
  await ui.locator('body').evaluate((_, text) => {
    Object.defineProperty(navigator, 'clipboard', {
      value: { readText: async () => text },
      configurable: true,
    });
  }, code);
  await link().click();
  await ui.getByText(words.taken).waitFor();
  expect(selectedNode()?.name).toBe('Watercolour · Coffee');
  await ui.locator('body').evaluate(() => {
    Reflect.deleteProperty(navigator, 'clipboard');
  });
});

test('the keyboard goes through the panel from top to bottom, and Escape leads out of what was opened', async () => {
  stage.figma.select([stage.figma.draw(layer())]);
  const { ui } = stage.panel();
  await ui.getByRole('button', { name: words.openOf('Photo') }).focus();
  const { keyboard } = ui.owner().page();
  const focused = () =>
    ui.locator(':focus').evaluate((element) => {
      const { labels } = element as HTMLInputElement;
      return element.getAttribute('aria-label') ?? labels?.[0]?.textContent ?? element.textContent ?? '';
    });
  const wanted: readonly string[] = [
    ...[words.openOf('Photo'), words.paste, figmaWords.look.importPresets, figmaWords.look.strength],
    ...[figmaWords.placing.ways.above, figmaWords.campaign.heading(0), figmaWords.run.button(1)],
    ...[figmaWords.run.settings, figmaWords.window.resize],
  ];
  const stops = [await focused()];
  while (stops.length < 40 && stops.at(-1) !== figmaWords.window.resize) {
    await keyboard.press('Tab');
    stops.push(await focused());
  }
  expect(stops.filter((stop) => wanted.includes(stop))).toEqual(wanted);

  await link().focus();
  await keyboard.press('Enter');
  await expect.poll(focused).toBe(words.pasteHere);
  await keyboard.press('Escape');
  await pasteField().waitFor({ state: 'detached' });
  expect(await focused()).toBe(words.paste);
  await keyboard.press('Shift+Tab');
  expect(await focused()).toBe(words.openOf('Photo'));
});
