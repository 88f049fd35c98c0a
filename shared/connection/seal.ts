import { fromBase64, toBase64 } from '#shared/connection/base64.ts';
import * as z from '#shared/zod.ts';

/** A secret as it lies in storage: readable only with the key it was sealed with. */
export type SealedSecret = { version: 1; iv: string; ciphertext: string };

export const sealedSchema = z.object({ version: z.literal(1), iv: z.string(), ciphertext: z.string() });

/** A key that can seal and open, but whose bytes nobody can read, not even we. */
export function createSealingKey(): Promise<CryptoKey> {
  return crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

/** Seals a text with AES-256-GCM under a fresh 96-bit IV (NIST SP 800-38D). */
export async function sealSecret(secret: string, key: CryptoKey): Promise<SealedSecret> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const bytes = new TextEncoder().encode(secret);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, bytes);
  return { version: 1, iv: toBase64(iv), ciphertext: toBase64(new Uint8Array(ciphertext)) };
}

/** Opens a sealed text; `null` when it is damaged or was sealed with another key. */
export async function openSecret(stored: unknown, key: CryptoKey): Promise<string | null> {
  const sealed = sealedSchema.safeParse(stored);
  if (!sealed.success) return null;
  try {
    const { iv, ciphertext } = sealed.data;
    const algorithm = { name: 'AES-GCM', iv: fromBase64(iv) };
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, fromBase64(ciphertext)));
  } catch {
    return null;
  }
}
