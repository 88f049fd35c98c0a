import type { Page } from 'playwright-core';
import type { ExtensionWorker } from '../../scripts/browser/extension-worker.ts';

type Tab = { id: number; windowId: number };

declare const chrome: {
  tabs: { query(filter: { active: true }): Promise<Tab[]> };
  runtime: { sendMessage(message: object): Promise<{ value: unknown }> };
  scripting: { getRegisteredContentScripts(): Promise<object[]> };
  permissions: { contains(wanted: { origins: string[] }): Promise<boolean> };
};

/** What a panel beside the page in front would be answered. */
export async function askAboutFrontTab<T>(extensionPage: Page, verb: string): Promise<T> {
  const value = await extensionPage.evaluate(async (asked) => {
    const [tab] = await chrome.tabs.query({ active: true });
    const question = { tabId: tab?.id, windowId: tab?.windowId };
    return (await chrome.runtime.sendMessage({ verb: asked, question })).value;
  }, verb);
  return value as T;
}

/** What the browser lets the extension do at the moment. */
export function rightsOf(worker: () => ExtensionWorker) {
  return {
    scriptCount: () =>
      worker().evaluate(async () => (await chrome.scripting.getRegisteredContentScripts()).length, null),
    isAllowed: (origin: string) =>
      worker().evaluate((wanted) => chrome.permissions.contains({ origins: [wanted] }), origin),
  };
}
