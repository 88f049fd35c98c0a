import { type Allowance, newGrant } from '#shared/pairing/grant.ts';
import { isWithin, secretLifeMs } from '#shared/pairing/secret.ts';
import { keepMacKey } from '#shared/pairing/web-crypto.ts';
import type { Bytes } from '#shared/ports.ts';
import type { Offer, OpenPairings } from './pairing-database.ts';

/** The one secret that may be open at a time, until it is used up for a pairing. */
export function createOfferStore(open: OpenPairings, nowMs: () => number) {
  return {
    /** In place of one that was not used. Answers until when it is good. */
    async offer(id: string, secret: Bytes, allowance: Allowance): Promise<number> {
      const key = await keepMacKey(secret);
      const fromMs = nowMs();
      const untilMs = fromMs + secretLifeMs;
      await (await open()).put('offers', { id, key, allowance, fromMs, untilMs }, 'open');
      return untilMs;
    },

    async openOffer(): Promise<Offer | null> {
      const offer = await (await open()).get('offers', 'open');
      return offer && isWithin(offer, nowMs()) ? offer : null;
    },

    withdraw: async () => (await open()).delete('offers', 'open'),

    /** Uses the secret up for a pairing, whoever asks first. */
    async claim(offerId: string, pairingId: string, secret: Bytes): Promise<boolean> {
      const key = await keepMacKey(secret);
      const stores = (await open()).transaction(['offers', 'pairings'], 'readwrite');
      const offer = await stores.objectStore('offers').get('open');
      if (!offer || offer.id !== offerId || !isWithin(offer, nowMs())) return false;
      await stores.objectStore('offers').delete('open');
      await stores.objectStore('pairings').add({
        id: pairingId,
        key,
        createdAtMs: nowMs(),
        lastUsedAtMs: null,
        grant: newGrant(offer.allowance, nowMs()),
      });
      await stores.done;
      return true;
    },
  };
}
