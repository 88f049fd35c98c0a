import { type PictureFacts, type Released, unneededPictures } from '#shared/history/picture-facts.ts';
import type { BlobKey } from '#shared/ports.ts';
import {
  namingStores,
  neededPictures,
  type SweepTransaction,
} from '#shared/web/retention/needed-pictures.ts';
import type { Database } from '#shared/web/storage/database.ts';

export type Sweep = {
  released?: Released;
  /**
   * Pictures that are named outside the database. They are read before the sweep's transaction, which is
   * safe as long as whoever names a picture there has just stored it: new bytes are left alone.
   */
  namedElsewhere: () => Promise<readonly BlobKey[]>;
};

/**
 * Deletes the pictures that nothing names. Naming and bytes are looked at in one transaction, so that no
 * job can be written down in between, and a death on the way undoes all of it or nothing.
 */
export async function sweepPictures(
  opening: Promise<Database>,
  { released = new Map(), namedElsewhere }: Sweep,
): Promise<void> {
  const database = await opening;
  const elsewhere = await namedElsewhere();
  const stores = [...namingStores, 'blobs', 'pictureFacts'] as const;
  const transaction = database.transaction([...stores], 'readwrite') as SweepTransaction;
  const needed = await neededPictures(transaction);
  for (const key of elsewhere) needed.add(key);
  const facts = [
    ...(await transaction.objectStore('pictureFacts').getAll()),
    ...(await findUncounted(transaction)),
  ];
  const unneeded = unneededPictures(facts, needed, { nowMs: Date.now(), released });
  await Promise.all(unneeded.map((key) => remove(key, transaction)));
  await transaction.done;
}

/** Pictures of version 1 have no facts yet: they are counted from now on, as if just stored. */
async function findUncounted(transaction: SweepTransaction): Promise<PictureFacts[]> {
  const blobs = transaction.objectStore('blobs');
  const known = new Set(await transaction.objectStore('pictureFacts').getAllKeys());
  const facts: PictureFacts[] = [];
  for (const key of await blobs.getAllKeys()) {
    if (known.has(key)) continue;
    const sizeBytes = (await blobs.get(key))?.bytes.byteLength ?? 0;
    const counted = { key, sizeBytes, storedAtMs: Date.now() };
    await transaction.objectStore('pictureFacts').put(counted);
    facts.push(counted);
  }
  return facts;
}

async function remove(key: BlobKey, transaction: SweepTransaction): Promise<void> {
  await transaction.objectStore('blobs').delete(key);
  await transaction.objectStore('pictureFacts').delete(key);
}
