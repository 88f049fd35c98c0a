import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { type Allowance, type Grant, newGrant, spendRun } from '#shared/pairing/grant.ts';
import { isWithin, type Period, secretLifeMs } from '#shared/pairing/secret.ts';
import { keepMacKey } from '#shared/pairing/web-crypto.ts';
import type { Bytes } from '#shared/ports.ts';

/** A secret that was made and not used yet. Its key signs, and cannot be read. */
type Offer = Period & { id: string; key: CryptoKey; allowance: Allowance };

type StoredPairing = {
  id: string;
  key: CryptoKey;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  grant: Grant;
};

/** What is shown of a pairing. */
export type ListedPairing = Omit<StoredPairing, 'key'>;

type Schema = DBSchema & {
  offers: { key: 'open'; value: Offer };
  pairings: { key: string; value: StoredPairing };
};

/** Often enough for "last used", and not with every look at a run. */
const notedEveryMs = 10_000;

/** A database of its own. Content scripts reach none of it, and each change is one transaction. */
export function openPairingDatabase(): Promise<IDBPDatabase<Schema>> {
  return openDB<Schema>('restyle-pairings', 1, {
    upgrade(database) {
      database.createObjectStore('offers');
      database.createObjectStore('pairings', { keyPath: 'id' });
    },
  });
}

export type PairingStore = ReturnType<typeof createPairingStore>;

export function createPairingStore(open: () => Promise<IDBPDatabase<Schema>>, nowMs: () => number) {
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
    /** In place of one that was not used: there is one secret at a time. Answers until when it is good. */
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
