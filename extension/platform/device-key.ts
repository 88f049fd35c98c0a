import { createSealingKey } from '#shared/connection/seal.ts';
import type { Database } from '#shared/web/storage/database.ts';

/** The key that secrets are sealed with on this device. It cannot be read, only used. */
export async function deviceKey(opening: Promise<Database>): Promise<CryptoKey> {
  const database = await opening;
  const known = await database.get('keys', 'device');
  if (known) return known;
  const fresh = await createSealingKey();
  // Two contexts may race here: `add` fails for the second, which then takes the first one's key.
  await database.add('keys', fresh, 'device').catch(() => {});
  return (await database.get('keys', 'device')) ?? fresh;
}
