import type { Bytes } from '#shared/ports.ts';

/** OWASP's least for PBKDF2 with SHA-256: https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html */
export const leastIterations = 600_000;

/** Characters: an envelope may be taken away and tried at leisure, so shorter ones are not accepted. */
export const leastPassphrase = 12;

/** More than this is nobody's setting, and would only keep a browser busy. */
const mostIterations = 10_000_000;

/**
 * The key that a passphrase stands for, AES-GCM-256; its bytes cannot be read. About 0.2 s by design.
 * Raises a plain `Error` for iterations outside 600,000 to 10,000,000: a weakened envelope is no envelope.
 */
export async function keyOfPassphrase(
  passphrase: string,
  salt: Bytes,
  iterations: number,
): Promise<CryptoKey> {
  if (!(iterations >= leastIterations && iterations <= mostIterations)) {
    throw new Error(`${iterations} iterations are not believed`);
  }
  // The same letters typed on another system may be other code points.
  const bytes = new TextEncoder().encode(passphrase.normalize('NFKC').trim());
  const material = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, ['deriveKey']);
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return crypto.subtle.deriveKey(derivation, material, { name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
}
