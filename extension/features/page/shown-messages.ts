/** Between the panel and the background, about what is shown on the page beside it. */
export type ShownMessages = {
  /** The jobs whose overlays lie on a tab's page now. */
  'page.shown': (question: { tabId: number }) => readonly string[];
  /** Lays the result of a job over its picture once more; false where its page is gone. */
  'page.showAgain': (question: { jobId: string }) => boolean;
  /** Takes all of them away or puts them back, to compare with the page as it was. */
  'page.peek': (question: { tabId: number; isHeld: boolean }) => void;
  /** The page as it is seen, results in place and nothing else of ours, as a `data:` address. */
  'page.photograph': (question: { tabId: number; windowId: number }) => string | null;
};

/** From the background to the agent. */
export type ShownRequest = { shown: 'list' } | { shown: 'all' | 'picture' | 'nothing' };
