import { type Browser, browser } from 'wxt/browser';
import type { JobRunner } from '#shared/jobs/runner.ts';
import { secretBytes, writeSecret } from '#shared/pairing/secret.ts';
import { webCrypto } from '#shared/pairing/web-crypto.ts';
import { systemClock as clock, systemIds as ids } from '#shared/platform.ts';
import type { Handlers } from '../../messaging.ts';
import { addToOutbox } from '../../platform/outbox.ts';
import { openPairingDatabase } from '../../platform/pairings/pairing-database.ts';
import { createPairingStore } from '../../platform/pairings/pairing-store.ts';
import type { Services } from '../../platform/services.ts';
import { createDesk } from './desk.ts';
import { relayName } from './frame/relay-name.ts';
import { createGuests } from './guests.ts';
import type { PairingMessages } from './messages.ts';
import { portWire } from './port-wire.ts';
import { startRelay, stopRelay } from './relay-script.ts';

/** Figma's plugin as a guest of this browser. Nothing of it runs before a person has pressed Connect Figma. */
export function createPairing(services: Services, runner: JobRunner) {
  const store = createPairingStore(openPairingDatabase, clock.nowMs);
  const desk = createDesk({ services, runner, store });
  const guests = createGuests(store, desk);

  async function rest(): Promise<void> {
    const isNeeded = (await store.list()).length > 0 || (await store.openOffer()) !== null;
    await (isNeeded ? startRelay() : stopRelay());
  }

  return {
    /** Listens to the relays, and sees to it after an update that there are any. */
    listen(): void {
      browser.runtime.onConnect.addListener((port) => {
        if (port.name !== relayName) return;
        if (isInFigma(port)) void guests.serve(portWire(port));
        else port.disconnect();
      });
      browser.runtime.onInstalled.addListener(() => void rest().catch(() => {}));
    },

    handlers: (): Pick<Handlers, keyof PairingMessages> => ({
      'pairing.offer': async (allowance) => {
        const secret = webCrypto.randomBytes(secretBytes);
        const untilMs = await store.offer(ids.uuid(), secret, allowance);
        await startRelay();
        return { secret: writeSecret(secret), untilMs };
      },
      'pairing.withdraw': async () => {
        await store.withdraw();
        await rest();
      },
      'pairing.list': async () => ({
        isOffered: (await store.openOffer()) !== null,
        pairings: await store.list(),
      }),
      'pairing.renew': async ({ pairingId, allowance }) => void (await store.renew(pairingId, allowance)),
      'pairing.send': async ({ jobId }) => {
        const isPaired = (await store.list()).length > 0;
        if (isPaired) await addToOutbox(jobId, clock.nowMs());
        return isPaired;
      },
      'pairing.revoke': async ({ pairingId }) => {
        await store.revoke(pairingId);
        guests.dismiss(pairingId);
        await rest();
      },
    }),
  };
}

/** Keeps out what cannot be a panel in Figma. It proves nothing: other plugins' panels look the same. */
function isInFigma({ sender }: Browser.runtime.Port): boolean {
  const page = sender?.tab?.url ?? '';
  return page.startsWith('https://www.figma.com/') && (sender?.frameId ?? 0) !== 0;
}
