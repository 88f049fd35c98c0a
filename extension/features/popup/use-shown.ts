import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import type { Job } from '#shared/jobs/job.ts';
import { ask } from '../../messaging.ts';
import type { PanelPlace } from '../../platform/views/panel-place.ts';

const lookEveryMs = 2_000;

type Tab = { tabId: number; windowId: number };

export type ShownOnPage = ReturnType<typeof useShown>;

/** What of ours lies on the page beside the panel, and what can be done with all of it. */
export function useShown(place: PanelPlace) {
  const [tab, setTab] = useState<Tab | null>(null);
  const [jobIds, setJobIds] = useState<readonly string[]>([]);

  useEffect(() => {
    // Behind a panel in a tab of its own there is no page.
    if (place === 'tab') return;
    const look = async () => {
      const [front] = await browser.tabs.query({ active: true, currentWindow: true });
      const next = front?.id === undefined ? null : { tabId: front.id, windowId: front.windowId };
      setTab((known) => (known?.tabId === next?.tabId ? known : next));
      setJobIds(next ? await ask('page.shown', { tabId: next.tabId }) : []);
    };
    // A question may meet a worker that is just being ended; the next look asks again.
    const lookSafely = () => void (document.visibilityState === 'visible' && look().catch(() => {}));
    lookSafely();
    const timer = setInterval(lookSafely, lookEveryMs);
    return () => clearInterval(timer);
  }, [place]);

  return {
    jobIds,
    /** Whether a result could be laid over its picture on the page in front, and is not. */
    canShow: ({ id, stage, context }: Job) =>
      stage.name === 'done' && tab !== null && context.tabId === tab.tabId && !jobIds.includes(id),
    showAgain: (jobId: string) => ask('page.showAgain', { jobId }).catch(() => false),
    peek: (isHeld: boolean) => void (tab && ask('page.peek', { tabId: tab.tabId, isHeld }).catch(() => {})),
    photograph: () => (tab ? ask('page.photograph', tab) : Promise.resolve(null)),
  };
}
