import { fromBase64, toBase64 } from '#shared/connection/base64.ts';
import { type Connection, parseConnection } from '#shared/connection/connection.ts';
import { isDeviceToken } from '#shared/connection/device-token.ts';
import { pack, unpack } from '#shared/connection/pack.ts';
import { keyOfPassphrase, leastIterations } from '#shared/connection/passphrase.ts';
import { openSecret, sealedSchema, sealSecret } from '#shared/connection/seal.ts';
import * as z from '#shared/zod.ts';

/** A connected engine with its key, on its way to a person's other browsers. */
export type KeychainEntry = { connection: Connection; apiKey: string | null };

/** Whether an entry may leave this browser, or come in: a relay's token is one device's alone. Earlier versions locked it in. */
export function canTravel({ apiKey }: Pick<KeychainEntry, 'apiKey'>): boolean {
  return !isDeviceToken(apiKey);
}

export const envelopeSchema = z.object({
  version: z.literal(1),
  kdf: z.literal('PBKDF2-SHA256'),
  iterations: z.number(),
  salt: z.string(),
  sealed: sealedSchema,
});

/** Connections locked with a passphrase. Whoever has this and not the passphrase has nothing. */
export type KeychainEnvelope = z.infer<typeof envelopeSchema>;

/** What a lock is made of: its salt names it, so that a changed passphrase is another lock. */
export type KeychainLock = Pick<KeychainEnvelope, 'iterations' | 'salt'> & { key: CryptoKey };

const entriesSchema = z.array(z.object({ connection: z.unknown(), apiKey: z.nullable(z.string()) }));

/** A stored envelope; `null` when it is damaged or of a version we do not know. */
export function parseKeychain(stored: unknown): KeychainEnvelope | null {
  const parsed = envelopeSchema.safeParse(stored);
  return parsed.success ? parsed.data : null;
}

/** A lock for a new passphrase. */
export async function newLock(passphrase: string): Promise<KeychainLock> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const key = await keyOfPassphrase(passphrase, salt, leastIterations);
  return { key, salt: toBase64(salt), iterations: leastIterations };
}

/** The lock of an envelope, if the passphrase is its own; else it opens nothing. */
export async function lockOf(
  { salt, iterations }: KeychainEnvelope,
  passphrase: string,
): Promise<KeychainLock> {
  return { salt, iterations, key: await keyOfPassphrase(passphrase, fromBase64(salt), iterations) };
}

export async function lockKeychain(
  entries: readonly KeychainEntry[],
  { key, salt, iterations }: KeychainLock,
): Promise<KeychainEnvelope> {
  // The synced area takes 8 KB an item.
  const text = await pack(JSON.stringify(entries));
  return { version: 1, kdf: 'PBKDF2-SHA256', iterations, salt, sealed: await sealSecret(text, key) };
}

/** What is inside; `null` when the key is not this envelope's. Connections we cannot read are left out. */
export async function openKeychain(
  { sealed }: KeychainEnvelope,
  key: CryptoKey,
): Promise<KeychainEntry[] | null> {
  const text = await openSecret(sealed, key);
  if (text === null) return null;
  const parsed = entriesSchema.safeParse(JSON.parse(await unpack(text)));
  if (!parsed.success) return [];
  return parsed.data.flatMap(({ connection, apiKey }) => {
    const readable = parseConnection(connection);
    return readable ? [{ connection: readable, apiKey }] : [];
  });
}
