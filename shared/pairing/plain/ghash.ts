/** Multiples of the key by four bits, four words each. The most significant bit is the power of least degree. */
type Multiples = Uint32Array;

/** What the four bits that are shifted out bring back in at the top. */
const reductions = Uint32Array.from({ length: 16 }, (_, bits) => {
  let carried = 0;
  for (let bit = 0; bit < 4; bit += 1) if (bits & (1 << bit)) carried ^= 0xe1000000 >>> (3 - bit);
  return carried;
});

/**
 * GHASH (NIST SP 800-38D, 6.4) of a ciphertext without further data, with the block of lengths that
 * GCM puts last.
 */
export function ghash(key: Uint32Array, ciphertext: Uint8Array): Uint32Array {
  const multiples = multiplesOf(key);
  const sum = new Uint32Array(4);
  const block = new Uint8Array(16);
  const words = new DataView(block.buffer);
  const take = () => {
    for (let i = 0; i < 4; i += 1) sum[i] = (sum[i] ?? 0) ^ words.getUint32(i * 4);
    multiply(sum, multiples);
  };
  for (let at = 0; at < ciphertext.length; at += 16) {
    block.fill(0);
    block.set(ciphertext.subarray(at, at + 16));
    take();
  }
  block.fill(0);
  words.setUint32(8, Math.floor(ciphertext.length / 2 ** 29));
  words.setUint32(12, ciphertext.length << 3);
  take();
  return sum;
}

function multiplesOf(key: Uint32Array): Multiples {
  const multiples = new Uint32Array(16 * 4);
  let power = key;
  for (let bit = 8; bit > 0; bit >>= 1) {
    for (let at = 0; at < 64; at += 1) {
      if ((at >> 2) & bit) multiples[at] = (multiples[at] ?? 0) ^ (power[at & 3] ?? 0);
    }
    power = timesX(power);
  }
  return multiples;
}

function timesX(power: Uint32Array): Uint32Array {
  const shifted = power.map((word, i) => (word >>> 1) | ((i === 0 ? 0 : (power[i - 1] ?? 0)) << 31));
  if ((power[3] ?? 0) & 1) shifted[0] = (shifted[0] ?? 0) ^ 0xe1000000;
  return shifted;
}

/** `sum` times the key, by Horner's rule over its 32 groups of four bits. */
function multiply(sum: Uint32Array, multiples: Multiples): void {
  let a = 0;
  let b = 0;
  let c = 0;
  let d = 0;
  for (let group = 31; group >= 0; group -= 1) {
    const out = d & 15;
    d = (d >>> 4) | (c << 28);
    c = (c >>> 4) | (b << 28);
    b = (b >>> 4) | (a << 28);
    a = (a >>> 4) ^ (reductions[out] ?? 0);
    const at = (((sum[group >> 3] ?? 0) >>> (28 - (group & 7) * 4)) & 15) * 4;
    a ^= multiples[at] ?? 0;
    b ^= multiples[at + 1] ?? 0;
    c ^= multiples[at + 2] ?? 0;
    d ^= multiples[at + 3] ?? 0;
  }
  sum[0] = a;
  sum[1] = b;
  sum[2] = c;
  sum[3] = d;
}
