import { fromBase64, toBase64 } from '#shared/connection/base64.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Cipher, Mac, PairingCrypto } from '#shared/pairing/crypto.ts';
import type { Bytes } from '#shared/ports.ts';

/**
 * The protocol, one version of which both sides must speak. Both sides' first words go into the
 * transcript as they were sent, so that whatever was changed on the way, the proofs do not fit:
 *
 *     guest -> host   hello: kind, public key, nonce (and which pairing, where there is one)
 *     host -> guest   answer: which pairing, public key, nonce; the host's proof
 *     guest -> host   the guest's proof
 *     both ways       sealed pieces
 *
 * Keys are HKDF-SHA-256 (RFC 5869) of the exchange's secret and the transcript, salted with what the
 * two have in common: the pasted secret the first time, the key made from it ever after.
 */
export const version = 1;

/** Said in place of an answer, to whoever asks: it proves nothing and tells nothing. */
export const refusal = JSON.stringify({ refused: true });

export type Who = { kind: 'claim' } | { kind: 'session'; pairingId: string };

export function writeHello(who: Who, publicKey: Bytes, nonce: Bytes): string {
  return JSON.stringify({ version, ...who, publicKey: toBase64(publicKey), nonce: toBase64(nonce) });
}

export function writeTerms(id: string, publicKey: Bytes, nonce: Bytes): string {
  return JSON.stringify({ version, pairingId: id, publicKey: toBase64(publicKey), nonce: toBase64(nonce) });
}

/** `null` for what is no base64. */
export function bytesOf(text: string): Bytes | null {
  try {
    return fromBase64(text);
  } catch {
    return null;
  }
}

/** `null` for what is no JSON. */
export function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Everything that follows from a handshake. The two proofs and the two ways differ: nothing can be sent back. */
export type SessionKeys = {
  hostProof: Bytes;
  guestProof: Bytes;
  toHost: Cipher;
  toGuest: Cipher;
  /** What the two have in common from now on, where this session was the first. */
  pairingKey: Bytes;
};

export type Spoken = { hello: string; terms: string };

export async function sessionKeys(
  common: Mac,
  agreed: Bytes,
  { hello, terms }: Spoken,
  crypto: PairingCrypto,
): Promise<SessionKeys> {
  const transcript = encode(JSON.stringify(['restyle pairing', hello, terms]));
  const extracted = await crypto.mac(await common.sign(joinBytes([agreed, transcript])));
  const expand = (label: string) => extracted.sign(joinBytes([encode(label), Uint8Array.of(1)]));
  return {
    hostProof: await expand('proof of the host'),
    guestProof: await expand('proof of the guest'),
    toHost: await crypto.cipher(await expand('to the host')),
    toGuest: await crypto.cipher(await expand('to the guest')),
    pairingKey: await expand('pairing'),
  };
}

function encode(text: string): Bytes {
  return new TextEncoder().encode(text);
}
