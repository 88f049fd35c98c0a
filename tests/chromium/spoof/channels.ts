import type { BrowserContext, Frame } from 'playwright-core';
import { pairingMark } from '#shared/pairing/pairing-mark.ts';
import { createInbox, type Wire } from '#shared/pairing/wire.ts';
import type { Between } from '../../unit/pairing/two-sides.ts';

/** What runs in a frame has of the test. */
type Scope = {
  spoofHeard(channel: string, text: unknown): void;
  ports?: Record<string, MessagePort>;
};

/** Ports of frames that are spoken over from the test, and all that has gone over them. */
export async function createChannels(context: BrowserContext) {
  const hearers = new Map<string, (text: unknown) => void>();
  const carried: unknown[] = [];
  let count = 0;
  await context.exposeFunction('spoofHeard', (channel: string, text: unknown) =>
    hearers.get(channel)?.(text),
  );

  return {
    /** All that whoever carries the words has had in hand. */
    carried,

    /** A channel that the frame hands to whatever listens in it, as a panel does. */
    wireIn(frame: Frame, between: Between): Wire {
      count += 1;
      const channel = String(count);
      const inbox = createInbox(() => void frame.evaluate(closePort, channel).catch(() => {}));
      const pass = (text: unknown, way: 'to host' | 'to guest') => {
        const passed = typeof text === 'string' ? between(text, way) : [text];
        carried.push(...passed);
        return passed;
      };
      hearers.set(channel, (text) => {
        if (text === null) return inbox.close();
        for (const each of pass(text, 'to guest')) inbox.take(each);
      });
      let sent = frame.evaluate(openPort, { mark: pairingMark, channel }).catch(() => {});
      return {
        receive: inbox.receive,
        close: inbox.close,
        send(text) {
          for (const each of pass(text, 'to host'))
            sent = sent.then(() => frame.evaluate(post, { channel, word: each })).catch(() => {});
        },
      };
    },
  };
}

function openPort({ mark, channel }: { mark: string; channel: string }): void {
  const scope = window as unknown as Scope;
  const { port1, port2 } = new MessageChannel();
  scope.ports = { ...scope.ports, [channel]: port1 };
  port1.onmessage = ({ data }) => scope.spoofHeard(channel, data);
  window.postMessage(mark, '*', [port2]);
}

function post({ channel, word }: { channel: string; word: unknown }): void {
  (window as unknown as Scope).ports?.[channel]?.postMessage(word);
}

function closePort(channel: string): void {
  const port = (window as unknown as Scope).ports?.[channel];
  port?.postMessage(null);
  port?.close();
}
