import { browser } from 'wxt/browser';

/** Both, as the manifest's optional hosts name them. */
export const allSites = { origins: ['https://*/*', 'http://*/*'] };

/** Whether the person has allowed every site, which is what one click everywhere needs. */
export function hasAllSites(): Promise<boolean> {
  return browser.permissions.contains(allSites);
}

/** Calls back when that may have changed, here or in the browser's own settings; answers the way to stop. */
export function onAllSitesChanged(callback: () => void): () => void {
  const { onAdded, onRemoved } = browser.permissions;
  onAdded.addListener(callback);
  onRemoved.addListener(callback);
  return () => {
    onAdded.removeListener(callback);
    onRemoved.removeListener(callback);
  };
}
