import { browser } from 'wxt/browser';
import { hasAllSites, onAllSitesChanged } from '../../platform/all-sites.ts';

const scriptId = 'remember-click';

/**
 * Where the person allowed every site, a script of a few lines in every page remembers what was right-clicked
 * last; without that right there is none. Updates of the extension forget such scripts.
 */
export function keepOneClick(): void {
  const follow = () => void hasAllSites().then((isAllowed) => (isAllowed ? register() : unregister()));
  browser.runtime.onInstalled.addListener(follow);
  browser.runtime.onStartup.addListener(follow);
  onAllSitesChanged(follow);
}

async function register(): Promise<void> {
  if (await isRegistered()) return;
  await browser.scripting.registerContentScripts([
    {
      id: scriptId,
      js: ['/remember-click.js'],
      matches: ['https://*/*', 'http://*/*'],
      allFrames: true,
      matchOriginAsFallback: true,
      runAt: 'document_start',
      persistAcrossSessions: true,
    },
  ]);
}

async function unregister(): Promise<void> {
  if (await isRegistered()) await browser.scripting.unregisterContentScripts({ ids: [scriptId] });
}

async function isRegistered(): Promise<boolean> {
  return (await browser.scripting.getRegisteredContentScripts({ ids: [scriptId] })).length > 0;
}
