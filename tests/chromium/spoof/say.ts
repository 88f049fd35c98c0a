import type { Frame } from 'playwright-core';

export type Target = 'own' | 'panel' | 'parent' | 'sibling' | 'top';
export type Saying = { mark: string; words: unknown[]; target: Target };

/** Runs in a frame: says the words on a channel handed to `target`, and notes what comes back. */
export function say({ mark, words, target }: Saying) {
  const scope = window as unknown as { heard?: unknown[] };
  scope.heard ??= [];
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = ({ data }) => scope.heard?.push(data);
  const targets = {
    own: () => window,
    panel: () => document.querySelector('iframe')?.contentWindow?.frames[0]?.frames[0],
    parent: () => window.parent,
    sibling: () => window.parent.frames[0]?.frames[0],
    top: () => window.top,
  };
  targets[target]()?.postMessage(mark, '*', [port2]);
  for (const word of words) port1.postMessage(word);
}

export const heardIn = (frame: Frame) =>
  frame.evaluate(() => (window as unknown as { heard?: unknown[] }).heard ?? []);
