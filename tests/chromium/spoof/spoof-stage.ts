import type { Frame, Page } from 'playwright-core';
import type { Allowance } from '#shared/pairing/grant.ts';
import { claimPairing, type GuestDeps, type Pairing } from '#shared/pairing/guest/open-session.ts';
import { createPairedBrowser, type PairedBrowser } from '#shared/pairing/guest/paired-browser.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';
import { systemClock as clock } from '#shared/platform.ts';
import { waitFor } from '../../../scripts/browser/wait-for.ts';
import { type Between, honest } from '../../unit/pairing/two-sides.ts';
import type { FigmaBrowser } from '../figma-browser.ts';
import { createChannels } from './channels.ts';

declare const chrome: {
  runtime: { sendMessage(message: unknown): Promise<{ value: unknown }> };
};

export type SpoofStage = Awaited<ReturnType<typeof createSpoofStage>>;

/** Who has been paired by the person, through whose hands its words go, and what it can ask. */
export type Guest = { pairing: Pairing; deps: GuestDeps; browser: PairedBrowser; frame: Frame };

const fewRuns: Allowance = { runs: 5, minutes: 60 };

/**
 * Whoever sits in frames of Figma's page, speaking from there to the real extension. The words are made in the
 * test, with the real protocol or against it, and are carried by ports of the frame like those of a panel.
 */
export async function createSpoofStage(figma: FigmaBrowser) {
  const { session, settings, page, standIn } = figma;
  const channels = await createChannels(session.context);
  const secrets: string[] = [];
  const meant = { runs: standIn.ledger().length, wishes: 0, pairings: new Set<string>() };

  /** As a person has it done in the settings. */
  async function command<T>(verb: string, question: unknown): Promise<T> {
    const message = { verb, question };
    return (await settings.evaluate((said) => chrome.runtime.sendMessage(said), message)).value as T;
  }

  const listed = async () =>
    (await command<{ pairings: { id: string }[] }>('pairing.list', {})).pairings.map(({ id }) => id);

  let count = 0;
  const openStranger = (where: Page = page): Promise<Frame> => {
    count += 1;
    return openPanel(where, `stranger-${count}.`);
  };

  async function offer(allowance: Allowance = fewRuns): Promise<string> {
    const { secret } = await command<{ secret: string }>('pairing.offer', allowance);
    secrets.push(secret, secret.slice('restyle-'.length));
    return secret;
  }

  function depsIn(frame: Frame, between: Between = honest): GuestDeps {
    return { openWire: () => channels.wireIn(frame, between), crypto: webCrypto, clock };
  }

  /** A plugin that the person has paired, and whose words go through `between` from then on. */
  async function pair(between: Between = honest, allowance: Allowance = fewRuns): Promise<Guest> {
    const frame = await openStranger();
    const pairing = await claimPairing(await offer(allowance), depsIn(frame));
    meant.pairings.add(pairing.pairingId);
    secrets.push(pairing.key);
    const deps = depsIn(frame, between);
    return { pairing, deps, frame, browser: createPairedBrowser(pairing, deps) };
  }

  return {
    ...{ ...figma, channels, command, openStranger, offer, depsIn, pair, secrets, meant, listed },

    /** Paired as far as the test means it; with what nobody meant the two differ. */
    async standing() {
      const { runs, pairings } = meant;
      const isMeant = (await listed()).every((id) => pairings.has(id));
      return { runs: standIn.ledger().length, meantRuns: runs, isMeant };
    },

    async revoke(pairingId: string): Promise<void> {
      await command('pairing.revoke', { pairingId });
      meant.pairings.delete(pairingId);
    },

    /** Sets the browser's clock that far off the true time. */
    moveClock: (byMs: number) => session.worker.evaluate(shiftClock, byMs),
  };
}

/** Another plugin's panel: a `data:` frame in Figma's own, as like ours as can be. */
async function openPanel(page: Page, name: string): Promise<Frame> {
  const sandbox = await waitFor('Figma’s frame', () =>
    page.frames().find((frame) => frame.url().endsWith('/plugin-sandbox')),
  );
  await sandbox.evaluate((title) => {
    const frame = document.createElement('iframe');
    frame.src = `data:text/html,<title>${title}</title>`;
    document.body.append(frame);
  }, name);
  return waitFor(name, () => page.frames().find((frame) => frame.url().includes(name)));
}

/** Runs in the worker. */
function shiftClock(byMs: number): void {
  const own = globalThis as unknown as { realNow?: () => number };
  own.realNow ??= Date.now.bind(Date);
  const { realNow } = own;
  Date.now = () => realNow() + byMs;
}
