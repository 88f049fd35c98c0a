import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { Allowance, Grant } from '#shared/pairing/grant.ts';
import type { Period } from '#shared/pairing/secret.ts';

/** A secret that was made and not used yet. Its key signs, and cannot be read. */
export type Offer = Period & { id: string; key: CryptoKey; allowance: Allowance };

export type StoredPairing = {
  id: string;
  key: CryptoKey;
  createdAtMs: number;
  lastUsedAtMs: number | null;
  grant: Grant;
};

type Schema = DBSchema & {
  offers: { key: 'open'; value: Offer };
  pairings: { key: string; value: StoredPairing };
};

export type OpenPairings = () => Promise<IDBPDatabase<Schema>>;

/** A database of its own. Content scripts reach none of it, and each change is one transaction. */
export const openPairingDatabase: OpenPairings = () =>
  openDB<Schema>('restyle-pairings', 1, {
    upgrade(database) {
      database.createObjectStore('offers');
      database.createObjectStore('pairings', { keyPath: 'id' });
    },
  });
