import { type Browser, browser } from 'wxt/browser';
import { menuWords } from '#shared/i18n/en/menus.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';

const rootId = 'restyle';
const presetPrefix = 'preset:';
const quickPromptId = 'quick-prompt';
const addToBatchId = 'add-to-batch';

export type MenuChoice =
  | { kind: 'preset'; presetId: string }
  | { kind: 'quick-prompt' }
  | { kind: 'add-to-batch' };

export type MenuClick = { choice: MenuChoice; info: Browser.contextMenus.OnClickData; tab: Browser.tabs.Tab };

/**
 * Builds the menu once per install and reports clicks. The listener is registered in the first turn
 * of the worker, else the click that woke it is lost.
 */
export function setUpMenus(onChoice: (click: MenuClick) => void): void {
  browser.runtime.onInstalled.addListener(() => void buildMenus());
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const choice = choiceOf(String(info.menuItemId));
    if (choice && tab) onChoice({ choice, info, tab });
  });
}

async function buildMenus(): Promise<void> {
  await browser.contextMenus.removeAll();
  browser.contextMenus.create({ id: rootId, title: menuWords.root, contexts: ['image'] });
  for (const preset of builtInPresets) {
    addItem({ id: `${presetPrefix}${preset.id}`, title: preset.name });
  }
  addItem({ id: 'separator', type: 'separator' });
  addItem({ id: quickPromptId, title: menuWords.quickPrompt });
  addItem({ id: addToBatchId, title: menuWords.addToBatch });
}

function addItem(item: Browser.contextMenus.CreateProperties): void {
  browser.contextMenus.create({ ...item, parentId: rootId, contexts: ['image'] });
}

function choiceOf(menuItemId: string): MenuChoice | null {
  if (menuItemId === quickPromptId) return { kind: 'quick-prompt' };
  if (menuItemId === addToBatchId) return { kind: 'add-to-batch' };
  if (!menuItemId.startsWith(presetPrefix)) return null;
  return { kind: 'preset', presetId: menuItemId.slice(presetPrefix.length) };
}
