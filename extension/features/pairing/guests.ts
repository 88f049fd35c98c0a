import { type Desk, serveGuest } from '#shared/pairing/host/serve-guest.ts';
import { macOf, webCrypto } from '#shared/pairing/web-crypto.ts';
import type { Wire } from '#shared/pairing/wire.ts';
import { systemClock as clock, systemIds as ids } from '#shared/platform.ts';
import type { PairingStore } from '../../platform/pairings/pairing-store.ts';

/** Those who are here now, each at the end of a wire. */
export function createGuests(store: PairingStore, desk: Desk) {
  /** By pairing: ended at once when theirs is revoked. */
  const wires = new Map<string, Set<Wire>>();
  const pairings = {
    async offer() {
      const offer = await store.openOffer();
      return offer && { id: offer.id, common: macOf(offer.key) };
    },
    async known(pairingId: string) {
      const key = await store.keyOf(pairingId);
      return key && macOf(key);
    },
    claim: store.claim,
  };

  return {
    async serve(wire: Wire): Promise<void> {
      let own: Set<Wire> | undefined;
      const onAdmitted = (pairingId: string) => {
        own = wires.get(pairingId) ?? new Set();
        wires.set(pairingId, own.add(wire));
      };
      await serveGuest(wire, { pairings, desk, crypto: webCrypto, clock, ids, onAdmitted }).catch(() => {});
      own?.delete(wire);
    },

    dismiss(pairingId: string): void {
      for (const wire of wires.get(pairingId) ?? []) wire.close();
    },
  };
}
