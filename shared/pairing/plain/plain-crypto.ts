import type { PairingCrypto } from '#shared/pairing/crypto.ts';
import { createGcm } from '#shared/pairing/plain/gcm.ts';
import { agreedSecret, privateKeyOf, publicKeyOf } from '#shared/pairing/plain/p256.ts';
import { hmacSha256 } from '#shared/pairing/plain/sha256.ts';
import type { Bytes } from '#shared/ports.ts';

/**
 * In plain TypeScript, for frames that are no secure context: Chromium keeps `crypto.subtle` from a
 * `data:` document, which Figma's panels are. Not hardened against whoever runs in the same process;
 * its keys live for one session, and tests hold it against the platform's own.
 */
export const plainCrypto: PairingCrypto = {
  randomBytes,

  async exchange() {
    const privateKey = newPrivateKey();
    return {
      publicKey: publicKeyOf(privateKey),
      agree: async (otherPublicKey) => agreedSecret(privateKey, otherPublicKey),
    };
  },

  mac: async (key) => ({ sign: async (data) => hmacSha256(key, data) }),

  cipher: async (key) => createGcm(key),
};

function randomBytes(count: number): Bytes {
  return crypto.getRandomValues(new Uint8Array(count));
}

function newPrivateKey(): bigint {
  for (;;) {
    const key = privateKeyOf(randomBytes(32));
    if (key !== null) return key;
  }
}
