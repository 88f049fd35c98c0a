import { browser } from 'wxt/browser';

const noteKey = 'closed-page';

/** Leaves word for the panel that it was opened because the browser keeps extensions off the page. */
export async function noteClosedPage(): Promise<void> {
  await browser.storage.session.set({ [noteKey]: true });
}

/** Whether there was word; it is said once. */
export async function takeClosedPageNote(): Promise<boolean> {
  const stored = await browser.storage.session.get(noteKey);
  await browser.storage.session.remove(noteKey);
  return stored[noteKey] === true;
}
