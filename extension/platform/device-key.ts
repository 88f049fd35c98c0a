import { createSealingKey } from '#shared/connection/seal.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { throwStorageError } from '#shared/web/storage/storage-full.ts';

/** The key that secrets are sealed with on this device; `null` when none was made yet. It cannot be read, only used. */
export async function knownDeviceKey(opening: Promise<Database>): Promise<CryptoKey | null> {
  return (await (await opening).get('keys', 'device')) ?? null;
}

/**
 * The same, made now when there is none. Raises `storage-full` where it cannot be kept: what would be sealed with a
 * key that is lost could never be opened.
 */
export async function deviceKey(opening: Promise<Database>): Promise<CryptoKey> {
  const known = await knownDeviceKey(opening);
  if (known) return known;
  const fresh = await createSealingKey();
  const refusal: unknown = await (await opening).add('keys', fresh, 'device').catch((error) => error);
  // Two contexts may race here: `add` fails for the second, which then takes the first one's key.
  return (await knownDeviceKey(opening)) ?? throwStorageError(refusal);
}
