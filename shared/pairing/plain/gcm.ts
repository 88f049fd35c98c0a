import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Cipher } from '#shared/pairing/crypto.ts';
import { isSame } from '#shared/pairing/is-same.ts';
import { type Aes, createAes } from '#shared/pairing/plain/aes.ts';
import { ghash } from '#shared/pairing/plain/ghash.ts';
import type { Bytes } from '#shared/ports.ts';

const tagBytes = 16;

/** AES-256-GCM (NIST SP 800-38D) for an `iv` of 12 bytes, without further authenticated data. */
export function createGcm(key: Uint8Array): Cipher {
  const aes = createAes(key);
  const hashKey = new Uint32Array(4);
  aes.encrypt(hashKey);
  const tagOf = (iv: Bytes, ciphertext: Bytes): Bytes => {
    const hash = ghash(hashKey, ciphertext);
    const tag = new DataView(new ArrayBuffer(tagBytes));
    hash.forEach((word, i) => {
      tag.setUint32(i * 4, word);
    });
    return counted(aes, iv, new Uint8Array(tag.buffer), 1);
  };
  return {
    async seal(iv, plain) {
      const ciphertext = counted(aes, iv, plain, 2);
      return joinBytes([ciphertext, tagOf(iv, ciphertext)]);
    },
    async open(iv, sealed) {
      if (sealed.length < tagBytes) return null;
      const ciphertext = sealed.slice(0, -tagBytes);
      if (!isSame(tagOf(iv, ciphertext), sealed.slice(-tagBytes))) return null;
      return counted(aes, iv, ciphertext, 2);
    },
  };
}

/** Counter mode: the same to seal and to open. */
function counted(aes: Aes, iv: Bytes, data: Bytes, firstCount: number): Bytes {
  const result = data.slice();
  const start = new DataView(iv.buffer, iv.byteOffset, 12);
  const key = new Uint8Array(16);
  const stream = new DataView(key.buffer);
  const block = new Uint32Array(4);
  for (let at = 0, count = firstCount; at < data.length; at += 16, count += 1) {
    for (let i = 0; i < 3; i += 1) block[i] = start.getUint32(i * 4);
    block[3] = count;
    aes.encrypt(block);
    for (let i = 0; i < 4; i += 1) stream.setUint32(i * 4, block[i] ?? 0);
    const end = Math.min(16, data.length - at);
    for (let i = 0; i < end; i += 1) result[at + i] = (result[at + i] ?? 0) ^ (key[i] ?? 0);
  }
  return result;
}
