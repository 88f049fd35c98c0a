import { type Browser, browser } from 'wxt/browser';
import { menuWords } from '#shared/i18n/en/menus.ts';
import { mostInMenu } from '#shared/presets/built-in.ts';
import type { PresetShelf } from '#shared/presets/preset-shelf.ts';
import { replicaKey } from '#shared/sync/replica-store.ts';
import { hasAllSites, onAllSitesChanged } from '../../platform/all-sites.ts';

const presetPrefix = 'preset:';
const quickPromptId = 'quick-prompt';
const addToBatchId = 'add-to-batch';
const hereId = 'here';

export type MenuChoice =
  | { kind: 'preset'; presetId: string }
  | { kind: 'quick-prompt' }
  | { kind: 'add-to-batch' }
  | { kind: 'here' };

export type MenuClick = { choice: MenuChoice; info: Browser.contextMenus.OnClickData; tab: Browser.tabs.Tab };

/**
 * Builds the menu at install and whenever the presets change, and reports clicks. The listeners are
 * registered in the first turn of the worker, else the click that woke it is lost.
 */
export function setUpMenus(presets: PresetShelf, onChoice: (click: MenuClick) => void): void {
  let building: Promise<void> = Promise.resolve();
  const build = () => {
    building = building.then(() => buildMenus(presets)).catch(() => {});
  };
  browser.runtime.onInstalled.addListener(build);
  onAllSitesChanged(build);
  browser.storage.local.onChanged.addListener((changes) => {
    if (replicaKey in changes) build();
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    const choice = choiceOf(String(info.menuItemId));
    if (choice && tab) onChoice({ choice, info, tab });
  });
}

type Contexts = NonNullable<Browser.contextMenus.CreateProperties['contexts']>;

/**
 * All entries stand at the top: where several fit the click, browsers gather them in a submenu of our name,
 * and where only one does, over anything but a picture, it stands in the menu itself.
 */
async function buildMenus(presets: PresetShelf): Promise<void> {
  const { shown } = await presets.load();
  // Where the clicked element is known, a preset can be chosen over anything.
  const contexts: Contexts = (await hasAllSites()) ? ['all'] : ['image', 'video'];
  await browser.contextMenus.removeAll();
  for (const preset of shown.slice(0, mostInMenu)) {
    browser.contextMenus.create({ id: `${presetPrefix}${preset.id}`, title: preset.name, contexts });
  }
  browser.contextMenus.create({ id: 'separator', type: 'separator', contexts });
  browser.contextMenus.create({ id: quickPromptId, title: menuWords.quickPrompt, contexts });
  browser.contextMenus.create({ id: addToBatchId, title: menuWords.addToBatch, contexts });
  // `all` and nothing narrower: over a canvas no other one holds.
  browser.contextMenus.create({ id: hereId, title: menuWords.here, contexts: ['all'] });
}

function choiceOf(menuItemId: string): MenuChoice | null {
  if (menuItemId === quickPromptId) return { kind: 'quick-prompt' };
  if (menuItemId === addToBatchId) return { kind: 'add-to-batch' };
  if (menuItemId === hereId) return { kind: 'here' };
  if (!menuItemId.startsWith(presetPrefix)) return null;
  return { kind: 'preset', presetId: menuItemId.slice(presetPrefix.length) };
}
