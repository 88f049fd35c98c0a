import { openSession } from '#shared/pairing/guest/open-session.ts';
import type { Spoof } from './spoof.ts';

type Port = {
  onMessage: { addListener(hear: (message: unknown) => void): void };
  onDisconnect: { addListener(hear: () => void): void };
  postMessage(message: unknown): void;
};

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<unknown>; connect(how: { name: string }): Port };
  tabs: { query(which: { url: string }): Promise<{ id: number }[]> };
  scripting: {
    executeScript(what: { target: { tabId: number }; func: () => unknown }): Promise<{ result: unknown }[]>;
  };
};

/** Those who are nearer than another plugin: the page with a port of the panel's, and scripts beside the page. */
export const intruders: readonly Spoof[] = [
  {
    name: 'Figma’s page with the port of a session that is open',
    async isLetIn(stage) {
      const { pairing, frame, deps } = await stage.pair();
      const session = await openSession(pairing, deps);
      await stage.page.evaluate(() => {
        const scope = window as unknown as { stolen?: unknown[]; isStolen?: Promise<void> };
        scope.stolen = [];
        scope.isStolen = new Promise((resolve) => {
          addEventListener('message', ({ data, ports: [port] }) => {
            if (data !== 'stolen' || !port) return;
            port.onmessage = (said) => {
              scope.stolen?.push(said.data);
              if (said.data === null) resolve();
            };
            for (const word of ['{"verb":"list"}', btoa('x'.repeat(60))]) port.postMessage(word);
          });
        });
      });
      await frame.evaluate(() => {
        const ports = Object.values((window as unknown as { ports: Record<string, MessagePort> }).ports);
        const newest = ports.at(-1);
        if (newest) window.top?.postMessage('stolen', '*', [newest]);
      });
      const heard = await stage.page.evaluate(async () => {
        const scope = window as unknown as { stolen?: unknown[]; isStolen?: Promise<void> };
        await scope.isStolen;
        return scope.stolen ?? [];
      });
      session.close();
      stage.channels.carried.push(...heard);
      return heard.some((text) => text !== null);
    },
  },
  {
    name: 'a script beside the page that asks as our pages do',
    async isLetIn({ settings }) {
      const told = await settings.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://www.figma.com/*' });
        const func = () =>
          Promise.all(
            ['pairing.offer', 'pairing.list', 'jobs.read'].map((verb) =>
              chrome.runtime.sendMessage({ verb, question: { runs: 9, minutes: 9 } }).catch(() => undefined),
            ),
          ).then((answers) => answers.filter((answer) => answer !== undefined && answer !== null));
        const [ran] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func });
        return ran?.result;
      });
      return !Array.isArray(told) || told.length > 0;
    },
  },
  {
    name: 'a script beside the page that connects as a panel’s relay does',
    async isLetIn({ settings }) {
      const told = await settings.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://www.figma.com/*' });
        const func = () =>
          new Promise((resolve) => {
            const port = chrome.runtime.connect({ name: 'figma-pairing' });
            port.onMessage.addListener(() => resolve('told'));
            port.onDisconnect.addListener(() => resolve('ended'));
            port.postMessage('{}');
          });
        const [ran] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func });
        return ran?.result;
      });
      return told !== 'ended';
    },
  },
];
