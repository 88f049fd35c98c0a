import { type Browser, browser } from 'wxt/browser';
import type { SourcePage } from '#shared/jobs/job.ts';

const maxTitleLength = 200;

/** The page as the history knows it; `undefined` for those without a host. */
export function sourcePage({
  url,
  title = '',
}: Pick<Browser.tabs.Tab, 'url' | 'title'>): SourcePage | undefined {
  // Of our own pages, the host is only a row of letters.
  const host = /^https?:/.test(url ?? '') ? URL.parse(url ?? '')?.hostname : undefined;
  return host ? { host, title: title.slice(0, maxTitleLength) } : undefined;
}

/** The same of a tab, whose address is known while a person's click there is. */
export async function sourcePageOf(tabId: number): Promise<SourcePage | undefined> {
  return browser.tabs.get(tabId).then(sourcePage, () => undefined);
}
