import type { Page } from 'playwright-core';
import { settingsWords } from '#shared/i18n/en/settings.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import { type MenuChoice, rightClick } from '../browser/right-click.ts';
import { answerHostQuestion } from '../product/answer-host-question.ts';
import { allowingHosts } from '../product/answer-prompt.ts';
import { openProduct, type Product } from '../product/open-product.ts';
import { chooseInPicker, isPickerOpen, openPicker, pickByShortcut } from '../product/pick-on-page.ts';
import type { Mode } from './outcome.ts';
import { type CorpusPage, everySite, menuPatienceMs, type Tester } from './tester.ts';

const presetId = builtInPresets[0]?.id ?? '';

/** The built extension in a cold Chromium, with every site allowed where the mode is that. */
export async function openInChromium(mode: Mode = 'default'): Promise<Tester> {
  const product = await openProduct();
  if (mode === 'everywhere') await switchOn(product);
  return {
    mode,
    window: product.window,
    close: product.close,
    async open(url, isReady) {
      const page = await product.session.context.newPage();
      await page.goto(url);
      if (isReady) await page.waitForFunction(isReady);
      return pageOf(product, page, mode);
    },
  };
}

async function switchOn(product: Product): Promise<void> {
  const control = product.window.getByLabel(settingsWords.oneClick.label);
  await product.window.bringToFront();
  await allowingHosts(product, everySite, () => control.click());
}

function pageOf(product: Product, page: Page, mode: Mode): CorpusPage {
  return {
    chooseInMenu: (css) => chooseInMenu(product, page, css, mode),
    // With presets over everything, the menu's own entry for the picker is deep in our submenu.
    openPicker: (css) => (mode === 'default' ? openPicker : pickByShortcut)(product, page, { css }),
    isPickerOpen: () => isPickerOpen(page),
    takeGuess: () => chooseInPicker(page, presetId),
    allowHost: async ({ id }) => (await answerHostQuestion(product, page, id)) !== null,
    close: () => page.close(),
  };
}

/** The browser's menu is another one over a bare page or a frame: by default ours is over pictures only. */
async function chooseInMenu({ session }: Product, page: Page, css: string, mode: Mode): Promise<void> {
  const choose = (over: NonNullable<MenuChoice['over']>) =>
    rightClick(session, page, { css }, { childIndex: 0, over, patienceMs: menuPatienceMs });
  if (mode === 'default') return choose('picture');
  await choose('picture').catch(() => choose('page').catch(() => choose('frame')));
}
