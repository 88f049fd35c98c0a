import type { Frame } from 'playwright-core';
import { type Who, writeHello } from '#shared/pairing/handshake.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';

export type Saying = { mark: string; words: unknown[]; target: 'own' | 'panel' | 'sibling' | 'top' };

/** Runs in a frame: says the words on a channel handed to `target`, and notes what comes back. */
export function say({ mark, words, target }: Saying) {
  const scope = window as unknown as { heard?: unknown[] };
  scope.heard ??= [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => scope.heard?.push(data);
  const targets = {
    own: () => window,
    panel: () => document.querySelector('iframe')?.contentWindow?.frames[0]?.frames[0],
    sibling: () => window.parent.frames[0]?.frames[0],
    top: () => window.top,
  };
  targets[target]()?.postMessage(mark, '*', [port2]);
  for (const word of words) port1.postMessage(word);
}

export const heardIn = (frame: Frame) =>
  frame.evaluate(() => (window as unknown as { heard?: unknown[] }).heard ?? []);

/** First words as a guest says them, by somebody who has no secret. */
export async function helloOf(who: Who): Promise<string> {
  const { publicKey } = await webCrypto.exchange();
  return writeHello(who, publicKey, webCrypto.randomBytes(32));
}

export const badProof = JSON.stringify({ proof: 'A'.repeat(43).concat('=') });
