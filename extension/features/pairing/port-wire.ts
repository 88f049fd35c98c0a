import type { Browser } from 'wxt/browser';
import { createInbox, type Wire } from '#shared/pairing/wire.ts';

/** The background's end of the way to a panel in Figma. */
export function portWire(port: Browser.runtime.Port): Wire {
  const inbox = createInbox(() => port.disconnect());
  port.onMessage.addListener((text: unknown) => inbox.take(text));
  port.onDisconnect.addListener(() => inbox.close());
  return {
    receive: inbox.receive,
    close: inbox.close,
    send(text) {
      try {
        port.postMessage(text);
      } catch {
        // The frame was closed meanwhile.
        inbox.close();
      }
    },
  };
}
