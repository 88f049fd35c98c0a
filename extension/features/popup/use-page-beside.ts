import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { ask } from '../../messaging.ts';
import { takeClosedPageNote } from '../../platform/closed-page.ts';
import { openBeside } from '../../platform/views/open-beside.ts';
import type { PanelPlace } from '../../platform/views/panel-place.ts';

/** The tab the panel stands beside or over, and the ways from here onto its page. */
export function usePageBeside(place: PanelPlace) {
  const [windowId, setWindowId] = useState<number | null>(null);
  /** The browser let nobody onto the page when it was last tried. */
  const [isClosed, setClosed] = useState(false);
  useEffect(() => {
    void browser.windows.getCurrent().then(({ id }) => setWindowId(id ?? null));
    void takeClosedPageNote().then((isNoted) => isNoted && setClosed(true));
  }, []);

  const pick = async () => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    if (tab?.id === undefined) return;
    const isOpen = await ask('page.pick', { tabId: tab.id, windowId: tab.windowId }).catch(() => false);
    setClosed(!isOpen);
    if (isOpen && place === 'popup') window.close();
  };
  const stayBeside = () => {
    // Nothing may come before: after any wait the browser no longer sees a click.
    if (windowId !== null) void openBeside(windowId).then(() => window.close());
  };
  return { isClosed, pick: () => void pick(), stayBeside };
}
