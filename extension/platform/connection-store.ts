import { browser } from 'wxt/browser';
import { type Connection, parseConnection } from '#shared/connection/connection.ts';
import { createSealingKey, openSecret, sealSecret } from '#shared/connection/seal.ts';
import type { Database } from './database.ts';

const documentKey = 'connection';
const sealedKey = 'connection.secret';

/** The connection document without the key. */
export async function loadConnection(): Promise<Connection | null> {
  const stored = await browser.storage.local.get(documentKey);
  return parseConnection(stored[documentKey]);
}

/**
 * Stores a connection. The API key goes to `storage.local` as ciphertext only, because every content
 * script can read that area; its sealing key stays in the extension's own database.
 */
export async function saveConnection(connection: Connection, apiKey: string, opening: Promise<Database>) {
  const sealed = await sealSecret(apiKey, await deviceKey(opening));
  await browser.storage.local.set({ [documentKey]: connection, [sealedKey]: sealed });
}

/** The API key; `null` when none is stored or this device cannot open it. */
export async function loadApiKey(opening: Promise<Database>): Promise<string | null> {
  const stored = await browser.storage.local.get(sealedKey);
  return openSecret(stored[sealedKey], await deviceKey(opening));
}

export async function forgetConnection(): Promise<void> {
  await browser.storage.local.remove([documentKey, sealedKey]);
}

async function deviceKey(opening: Promise<Database>): Promise<CryptoKey> {
  const database = await opening;
  const known = await database.get('keys', 'device');
  if (known) return known;
  const fresh = await createSealingKey();
  // Two contexts may race here: `add` fails for the second, which then takes the first one's key.
  await database.add('keys', fresh, 'device').catch(() => {});
  return (await database.get('keys', 'device')) ?? fresh;
}
