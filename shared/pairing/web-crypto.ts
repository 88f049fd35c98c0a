import type { Mac, PairingCrypto } from '#shared/pairing/crypto.ts';
import type { Bytes } from '#shared/ports.ts';

const curve = { name: 'ECDH', namedCurve: 'P-256' };
const hmac = { name: 'HMAC', hash: 'SHA-256' };

/** The platform's own. Keys stay out of reach even of us, wherever they need not be sent. */
export const webCrypto: PairingCrypto = {
  randomBytes: (count) => crypto.getRandomValues(new Uint8Array(count)),

  async exchange() {
    const { publicKey, privateKey } = await crypto.subtle.generateKey(curve, false, ['deriveBits']);
    return {
      publicKey: new Uint8Array(await crypto.subtle.exportKey('raw', publicKey)),
      async agree(otherPublicKey) {
        const other = await crypto.subtle.importKey('raw', otherPublicKey, curve, false, []);
        return new Uint8Array(await crypto.subtle.deriveBits({ ...curve, public: other }, privateKey, 256));
      },
    };
  },

  mac: async (key) => macOf(await keepMacKey(key)),

  async cipher(key) {
    const usages = ['encrypt', 'decrypt'] as const;
    const imported = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, usages);
    return {
      seal: async (iv, plain) =>
        new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, imported, plain)),
      open: (iv, sealed) =>
        crypto.subtle.decrypt({ name: 'AES-GCM', iv }, imported, sealed).then(
          (plain) => new Uint8Array(plain),
          () => null,
        ),
    };
  },
};

/** A key that can sign and be stored, but whose bytes nobody can read again. */
export function keepMacKey(key: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey('raw', key, hmac, false, ['sign']);
}

/** Signs with a key that was kept. */
export function macOf(key: CryptoKey): Mac {
  return { sign: async (data) => new Uint8Array(await crypto.subtle.sign('HMAC', key, data)) };
}
