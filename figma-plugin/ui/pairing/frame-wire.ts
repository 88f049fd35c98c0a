import { pairingMark } from '#shared/pairing/pairing-mark.ts';
import { createInbox, type Wire } from '#shared/pairing/wire.ts';

/**
 * A channel to the extension's relay, which listens in this very frame. Whoever else takes it up gets
 * sealed texts only, and cannot prove to be the browser.
 */
export function openFrameWire(): Wire {
  const { port1, port2 } = new MessageChannel();
  const inbox = createInbox(() => {
    // Said rather than noticed: a port does not tell its other end that it was closed.
    port1.postMessage(null);
    port1.close();
  });
  port1.onmessage = ({ data }) => inbox.take(data);
  window.postMessage(pairingMark, '*', [port2]);
  return { send: (text) => port1.postMessage(text), receive: inbox.receive, close: inbox.close };
}
