import { type Allowance, newGrant, spendRun } from '#shared/pairing/grant.ts';
import { createOfferStore } from './offer-store.ts';
import type { OpenPairings, StoredPairing } from './pairing-database.ts';

/** What is shown of a pairing. */
export type ListedPairing = Omit<StoredPairing, 'key'>;

/** Often enough for "last used", and not with every look at a run. */
const notedEveryMs = 10_000;

export type PairingStore = ReturnType<typeof createPairingStore>;

export function createPairingStore(open: OpenPairings, nowMs: () => number) {
  async function changePairing(
    id: string,
    change: (pairing: StoredPairing) => StoredPairing | null,
  ): Promise<boolean> {
    const pairings = (await open()).transaction('pairings', 'readwrite').store;
    const known = await pairings.get(id);
    const changed = known ? change(known) : null;
    if (changed) await pairings.put(changed);
    return changed !== null;
  }

  return {
    ...createOfferStore(open, nowMs),

    keyOf: async (id: string): Promise<CryptoKey | null> =>
      (await (await open()).get('pairings', id))?.key ?? null,

    async list(): Promise<ListedPairing[]> {
      const pairings = await (await open()).getAll('pairings');
      return pairings.map(({ key: _, ...listed }) => listed).sort((a, b) => b.createdAtMs - a.createdAtMs);
    },

    /** Whether there still is such a pairing, which is used now. */
    touch: (id: string) =>
      changePairing(id, (pairing) => {
        const isNoted = Math.abs(nowMs() - (pairing.lastUsedAtMs ?? 0)) < notedEveryMs;
        return isNoted ? pairing : { ...pairing, lastUsedAtMs: nowMs() };
      }),

    /** Takes one run off what a person allows; `false` when nothing is left of it. */
    spend: (id: string) =>
      changePairing(id, (pairing) => {
        const grant = spendRun(pairing.grant, nowMs());
        return grant && { ...pairing, grant };
      }),

    renew: (id: string, allowance: Allowance) =>
      changePairing(id, (pairing) => ({ ...pairing, grant: newGrant(allowance, nowMs()) })),

    revoke: async (id: string) => (await open()).delete('pairings', id),
  };
}
