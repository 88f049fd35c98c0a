import type { Bytes } from '#shared/ports.ts';

/** One side's key pair of an exchange (ECDH on P-256), made for one session and then forgotten. */
export type Exchange = {
  /** Uncompressed point, 65 bytes (SEC 1, 2.3.3). */
  publicKey: Bytes;
  /** The 32 bytes both sides come to. Rejects when the other side's key is no point of the curve. */
  agree(otherPublicKey: Bytes): Promise<Bytes>;
};

/** Signs with HMAC-SHA-256. The key itself may be one that nobody can read. */
export type Mac = { sign(data: Bytes): Promise<Bytes> };

/** AES-256-GCM with a tag of 16 bytes (NIST SP 800-38D). An `iv` of 12 bytes is used once a key. */
export type Cipher = {
  seal(iv: Bytes, plain: Bytes): Promise<Bytes>;
  /** `null` when a single bit is not as it was sealed. */
  open(iv: Bytes, sealed: Bytes): Promise<Bytes | null>;
};

/** What the protocol calculates with: the platform's, or our own where the platform keeps it from a page. */
export type PairingCrypto = {
  randomBytes(count: number): Bytes;
  exchange(): Promise<Exchange>;
  mac(key: Bytes): Promise<Mac>;
  cipher(key: Bytes): Promise<Cipher>;
};
