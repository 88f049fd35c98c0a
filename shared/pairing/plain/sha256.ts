import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes } from '#shared/ports.ts';

const blockBytes = 64;

/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4, 4.2.2, 5.3.3). */
const primes = firstPrimes(64);
const roundConstants = primes.map((prime) => fraction(Math.cbrt(prime)));
const firstState = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));

/** SHA-256 (FIPS 180-4). */
export function sha256(data: Uint8Array): Bytes {
  const message = padded(data);
  const view = new DataView(message.buffer);
  const state = Uint32Array.from(firstState);
  for (let at = 0; at < message.length; at += blockBytes) compress(state, view, at);
  const digest = new DataView(new ArrayBuffer(32));
  state.forEach((word, index) => {
    digest.setUint32(index * 4, word);
  });
  return new Uint8Array(digest.buffer);
}

/** HMAC (RFC 2104) with SHA-256. */
export function hmacSha256(key: Uint8Array, data: Uint8Array): Bytes {
  const block = new Uint8Array(blockBytes);
  block.set(key.length > blockBytes ? sha256(key) : key);
  const xored = (byte: number) => block.map((each) => each ^ byte);
  return sha256(joinBytes([xored(0x5c), sha256(joinBytes([xored(0x36), data]))]));
}

function padded(data: Uint8Array): Bytes {
  const message = new Uint8Array(Math.ceil((data.length + 9) / blockBytes) * blockBytes);
  message.set(data);
  message[data.length] = 0x80;
  const view = new DataView(message.buffer);
  view.setUint32(message.length - 8, Math.floor(data.length / 2 ** 29));
  view.setUint32(message.length - 4, data.length << 3);
  return message;
}

function compress(state: Uint32Array, view: DataView, at: number): void {
  const w = new Uint32Array(64);
  for (let i = 0; i < 64; i += 1) w[i] = i < 16 ? view.getUint32(at + i * 4) : extended(w, i);
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let i = 0; i < 64; i += 1) {
    const big1 = turned(e, 6) ^ turned(e, 11) ^ turned(e, 25);
    const big0 = turned(a, 2) ^ turned(a, 13) ^ turned(a, 22);
    const one = (h + big1 + ((e & f) ^ (~e & g)) + (roundConstants[i] ?? 0) + (w[i] ?? 0)) | 0;
    const two = (big0 + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = (state[index] ?? 0) + word;
  });
}

function extended(w: Uint32Array, i: number): number {
  const [early = 0, late = 0] = [w[i - 15], w[i - 2]];
  const small0 = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
  const small1 = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
  return (w[i - 16] ?? 0) + small0 + (w[i - 7] ?? 0) + small1;
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function fraction(root: number): number {
  return Math.floor((root % 1) * 2 ** 32);
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let candidate = 2; found.length < count; candidate += 1) {
    if (found.every((prime) => candidate % prime !== 0)) found.push(candidate);
  }
  return found;
}
