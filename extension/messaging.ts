import { browser } from 'wxt/browser';
import { AppError, type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { BatchMessages } from './features/batch/messages.ts';
import type { ConnectionMessages } from './features/connection/messages.ts';
import type { HistoryMessages } from './features/history/messages.ts';
import type { JobMessages } from './features/jobs/messages.ts';
import type { OverlayMessages } from './features/page/messages.ts';
import type { PickMessages } from './features/page/pick-messages.ts';
import type { ShownMessages } from './features/page/shown-messages.ts';
import type { PairingMessages } from './features/pairing/messages.ts';

/** Everything the background can be asked, by the extension's own pages and frames. */
export type Protocol = JobMessages &
  OverlayMessages &
  PickMessages &
  ShownMessages &
  ConnectionMessages &
  HistoryMessages &
  BatchMessages &
  PairingMessages;

export type Verb = keyof Protocol;
export type Question<V extends Verb> = Parameters<Protocol[V]>[0];
export type Answer<V extends Verb> = ReturnType<Protocol[V]>;

/** The tab that a page or frame of ours is in, as the browser tells it; a popup is in none. */
export type Sender = { tabId?: number | undefined; windowId?: number | undefined };

export type Handlers = { [V in Verb]: (question: Question<V>, from: Sender) => Promise<Answer<V>> };

type Reply = { ok: true; value: unknown } | { ok: false; error: ErrorData };

/** Asks the background. Rejects with the `AppError` it met. */
export async function ask<V extends Verb>(verb: V, question: Question<V>): Promise<Answer<V>> {
  const reply: Reply = await browser.runtime.sendMessage({ verb, question });
  if (reply.ok) return reply.value as Answer<V>;
  throw new AppError(reply.error.code, reply.error.detail, reply.error);
}

/**
 * Answers the extension's own pages and frames, and nobody else: content scripts share the channel
 * but not the origin.
 */
export function answer(handlers: Handlers): void {
  const ownOrigin = browser.runtime.getURL('/').replace(/\/$/, '');
  browser.runtime.onMessage.addListener((message, sender, sendReply) => {
    const { verb, question } = message as { verb?: Verb; question: never };
    if (!verb || !Object.hasOwn(handlers, verb) || originOf(sender.url) !== ownOrigin) return;
    const reply = (value: Reply) => sendReply(value);
    handlers[verb](question, { tabId: sender.tab?.id, windowId: sender.tab?.windowId }).then(
      (value) => reply({ ok: true, value }),
      (error: unknown) => reply({ ok: false, error: toErrorData(error) }),
    );
    return true;
  });
}

/** `URL.origin` is "null" for extension schemes in some engines, so it is cut by hand. */
function originOf(url: string | undefined): string | null {
  return /^[a-z-]+:\/\/[^/]+/.exec(url ?? '')?.[0] ?? null;
}

/** Tells every open page and frame of the extension that a job has changed. */
export function tellJobChanged(jobId: string): void {
  browser.runtime.sendMessage({ changedJobId: jobId }).catch(() => {
    // Nobody is listening, which is fine.
  });
}

/** Calls back with the id of each job that changes; answers the way to stop. */
export function onJobChanged(callback: (jobId: string) => void): () => void {
  const listener = (message: unknown): undefined => {
    const { changedJobId } = message as { changedJobId?: string };
    if (changedJobId) callback(changedJobId);
  };
  browser.runtime.onMessage.addListener(listener);
  return () => browser.runtime.onMessage.removeListener(listener);
}
