import { browser } from 'wxt/browser';

const path = '/sender.html';
/** Held by the document for as long as it is there. */
const lifeLock = 'hidden-document';
const justification =
  'Only a document can tell how much of a picture has been sent, and decode a large one no larger than needed.';

/** A window of ours as the worker sees it. */
export type Client = { url: string; postMessage(message: unknown, transfer: Transferable[]): void };
type Clients = { matchAll(which: { type: 'window'; includeUncontrolled: true }): Promise<Client[]> };

/** Called by the document itself. */
export function saysItIsThere(): void {
  void navigator.locks.request(lifeLock, () => new Promise(() => {}));
}

export type HiddenDocument = ReturnType<typeof createHiddenDocument>;

/** The document that does for Chromium's worker what workers cannot. */
export function createHiddenDocument() {
  let opening: Promise<void> | null = null;

  /** One at a time: the browser allows one such document, which may be there from an earlier life. */
  function open(): Promise<void> {
    opening ??= openDocument().finally(() => {
      opening = null;
    });
    return opening;
  }

  return {
    /** This is a document itself, as an event page is, and needs no other. */
    isHere: typeof document === 'object',

    /** Opens it where it is not open; rejects where there is none to be had. */
    async ready(): Promise<Client> {
      await open();
      const { clients } = globalThis as unknown as { clients: Clients };
      const windows = await clients.matchAll({ type: 'window', includeUncontrolled: true });
      const client = windows.find(({ url }) => new URL(url).pathname === path);
      if (!client) throw new Error('The hidden document is not there');
      return client;
    },

    /** Has `onGone` called should the document that was ready go before `signal` is aborted: nothing else tells. */
    watch(onGone: () => void, signal: AbortSignal): void {
      navigator.locks.request(lifeLock, { signal }, onGone).catch(() => {});
    },

    async close(): Promise<void> {
      if (typeof document === 'object' || !(await browser.offscreen.hasDocument())) return;
      await browser.offscreen.closeDocument().catch(() => {});
    },
  };
}

async function openDocument(): Promise<void> {
  if (await browser.offscreen.hasDocument()) return;
  await browser.offscreen.createDocument({ url: path, reasons: ['BLOBS'], justification });
}
