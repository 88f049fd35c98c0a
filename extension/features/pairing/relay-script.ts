import { browser } from 'wxt/browser';

/** A trailing `/*` and nothing narrower: the panel's frame has no address of its own to match. */
export const figmaPages = 'https://www.figma.com/*';

const id = 'figma-pairing';
const file = '/pairing-relay.js';

/** Puts the relay into Figma's frames from now on, those that are open too. The person has allowed the host. */
export async function startRelay(): Promise<void> {
  if (!(await browser.permissions.contains({ origins: [figmaPages] }))) return;
  if ((await browser.scripting.getRegisteredContentScripts({ ids: [id] })).length === 0) await register();
  for (const { id: tabId } of await browser.tabs.query({ url: figmaPages })) {
    if (tabId === undefined) continue;
    // A tab may be closed, or its page not be there yet: then the relay comes with the page.
    const target = { tabId, allFrames: true };
    await browser.scripting.executeScript({ target, files: [file] }).catch(() => {});
  }
}

/** A panel is a `data:` document, which is reached through the page that made it. */
async function register(): Promise<void> {
  const frames = { allFrames: true, matchOriginAsFallback: true, matches: [figmaPages] };
  await browser.scripting.registerContentScripts([
    { id, js: [file], ...frames, runAt: 'document_start', persistAcrossSessions: true },
  ]);
}

export async function stopRelay(): Promise<void> {
  await browser.scripting.unregisterContentScripts({ ids: [id] }).catch(() => {});
}
