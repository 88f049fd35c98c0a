import { openSession } from '#shared/pairing/guest/open-session.ts';
import { writePacket } from '#shared/pairing/packet.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { pressKeys } from '../../../scripts/browser/xdotool.ts';
import { figmaAddress } from '../figma-browser.ts';
import { badProof, helloOf, isAnswered, type Spoof, sayAll } from './spoof.ts';
import type { SpoofStage } from './spoof-stage.ts';
import { submit } from './submit.ts';

declare const chrome: {
  tabs: {
    query(which: { url: string }): Promise<{ id: number }[]>;
    duplicate(tabId: number): Promise<unknown>;
  };
};

const question = writePacket({ said: { id: 1, ask: { verb: 'list' } }, bytes: new Uint8Array() });

/** A guest with a session that is open, and all it has said so far. */
export async function openGuest(stage: SpoofStage) {
  const said: string[] = [];
  const { pairing, frame } = await stage.pair();
  const deps = stage.depsIn(frame, (text, way) => {
    if (way === 'to host') said.push(text);
    return [text];
  });
  const session = await openSession(pairing, deps);
  await session.send(question);
  await session.receive();
  return { pairing, frame, deps, session, said };
}

/** A grant whose time the clock says is over, or has not begun. */
function clockMoved(name: string, byMs: number): Spoof {
  return {
    name,
    async isLetIn(stage) {
      const guest = await stage.pair();
      await stage.moveClock(byMs);
      return isAnswered(submit(stage, guest, 'at-another-time')).finally(() => stage.moveClock(0));
    },
  };
}

const hourMs = 3_600_000;

export const lives: readonly Spoof[] = [
  clockMoved('after the time that was allowed', 2 * hourMs),
  clockMoved('before it, by a clock that was set back', -2 * hourMs),
  {
    name: 'a pairing that was ended, at its next word and in a session after that',
    async isLetIn(stage) {
      const { browser, pairing, deps } = await stage.pair();
      await browser.ask({ verb: 'list' });
      await stage.revoke(pairing.pairingId);
      const isHeard = await isAnswered(browser.ask({ verb: 'list' }));
      return isHeard || (await isAnswered(openSession(pairing, deps)));
    },
  },
  {
    name: 'whoever is in the frame after the plugin, in the midst of its session',
    async isLetIn(stage) {
      const { frame, said, session } = await openGuest(stage);
      await frame.evaluate(() => location.assign('data:text/html,<title>next</title>')).catch(() => {});
      await waitFor('the next plugin', () => frame.url().includes('next'));
      session.close();
      return sayAll(stage, said, { frame });
    },
  },
  {
    name: 'a page of another site in the same tab, in the midst of a session',
    async isLetIn(stage) {
      const { frame, session } = await openGuest(stage);
      const { page, standIn } = stage;
      await page.goto(`${standIn.storageUrl}/`).catch(() => {});
      const ended = session.receive();
      const ports = await page.evaluate(() => 'ports' in globalThis);
      await page.goto(figmaAddress);
      await session.send(question);
      session.close();
      return ports || !frame.isDetached() || (await ended) !== null;
    },
  },
  {
    name: 'the tab once more, beside the first',
    async isLetIn(stage) {
      const { said } = await openGuest(stage);
      const opening = stage.session.context.waitForEvent('page');
      await stage.settings.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://www.figma.com/*' });
        await chrome.tabs.duplicate(tab?.id ?? -1);
      });
      const twin = await opening;
      const isLetIn = await sayAll(stage, said, { frame: await stage.openStranger(twin) });
      await twin.close();
      return isLetIn;
    },
  },
  {
    name: 'a tab that was closed and is opened again as it was',
    async isLetIn(stage) {
      const { context, display } = stage.session;
      const tab = await context.newPage();
      await tab.goto(figmaAddress);
      const { said, pairing } = await openGuest(stage);
      await tab.close();
      const opening = context.waitForEvent('page');
      await stage.page.bringToFront();
      if (!display) throw new Error('There is no display to press keys on');
      await pressKeys(display, ['ctrl+shift+t']);
      const restored = await opening;
      await waitFor('Figma', () => restored.url() === figmaAddress);
      const frame = await stage.openStranger(restored);
      const known = await helloOf({ kind: 'session', pairingId: pairing.pairingId });
      const isLetIn = await sayAll(stage, said, { frame });
      const isAnsweredAnew = await sayAll(stage, [known, badProof], { frame });
      await restored.close();
      return isLetIn || isAnsweredAnew;
    },
  },
];
