/** AES-256 (FIPS 197), forward only: the counter mode needs no way back. */
export type Aes = {
  /** Encrypts the four words of `block` in place. */
  encrypt(block: Uint32Array): void;
};

const rounds = 14;
const box = substitutions();
/** What one byte of a column becomes in a round: substituted and mixed (5.1.1, 5.1.3). */
const mixed = Uint32Array.from(box, (s) => {
  const doubled = double(s);
  return (doubled << 24) | (s << 16) | (s << 8) | (doubled ^ s);
});

export function createAes(key: Uint8Array): Aes {
  const schedule = expand(key);
  return {
    encrypt(block) {
      let a = (block[0] ?? 0) ^ (schedule[0] ?? 0);
      let b = (block[1] ?? 0) ^ (schedule[1] ?? 0);
      let c = (block[2] ?? 0) ^ (schedule[2] ?? 0);
      let d = (block[3] ?? 0) ^ (schedule[3] ?? 0);
      for (let at = 4; at < rounds * 4; at += 4) {
        const nextA = column(a, b, c, d) ^ (schedule[at] ?? 0);
        const nextB = column(b, c, d, a) ^ (schedule[at + 1] ?? 0);
        const nextC = column(c, d, a, b) ^ (schedule[at + 2] ?? 0);
        d = column(d, a, b, c) ^ (schedule[at + 3] ?? 0);
        a = nextA;
        b = nextB;
        c = nextC;
      }
      block[0] = lastColumn(a, b, c, d) ^ (schedule[56] ?? 0);
      block[1] = lastColumn(b, c, d, a) ^ (schedule[57] ?? 0);
      block[2] = lastColumn(c, d, a, b) ^ (schedule[58] ?? 0);
      block[3] = lastColumn(d, a, b, c) ^ (schedule[59] ?? 0);
    },
  };
}

function column(a: number, b: number, c: number, d: number): number {
  return (
    (mixed[a >>> 24] ?? 0) ^
    turned(mixed[(b >>> 16) & 255] ?? 0, 8) ^
    turned(mixed[(c >>> 8) & 255] ?? 0, 16) ^
    turned(mixed[d & 255] ?? 0, 24)
  );
}

function lastColumn(a: number, b: number, c: number, d: number): number {
  return substituted((a & 0xff000000) | (b & 0xff0000) | (c & 0xff00) | (d & 255));
}

/** The round keys, one word each (5.2). */
function expand(key: Uint8Array): Uint32Array {
  const view = new DataView(key.buffer, key.byteOffset, 32);
  const words = new Uint32Array((rounds + 1) * 4);
  let constant = 1;
  for (let i = 0; i < words.length; i += 1) {
    let word = i < 8 ? view.getUint32(i * 4) : (words[i - 1] ?? 0);
    if (i >= 8 && i % 8 === 0) {
      word = substituted(turned(word, 24)) ^ (constant << 24);
      constant = double(constant);
    } else if (i >= 8 && i % 8 === 4) word = substituted(word);
    words[i] = i < 8 ? word : word ^ (words[i - 8] ?? 0);
  }
  return words;
}

function substituted(word: number): number {
  return (
    ((box[word >>> 24] ?? 0) << 24) |
    ((box[(word >>> 16) & 255] ?? 0) << 16) |
    ((box[(word >>> 8) & 255] ?? 0) << 8) |
    (box[word & 255] ?? 0)
  );
}

/** The S-box (5.1.1): inverses in GF(2^8), walked through by a generator and its inverse, then spread. */
function substitutions(): Uint8Array {
  const found = new Uint8Array(256);
  let [element, inverse] = [1, 1];
  do {
    element ^= double(element);
    inverse ^= inverse << 1;
    inverse ^= inverse << 2;
    inverse ^= inverse << 4;
    inverse &= 255;
    if (inverse & 0x80) inverse ^= 9;
    const twice = inverse * 0x101;
    found[element] = inverse ^ (twice >> 7) ^ (twice >> 6) ^ (twice >> 5) ^ (twice >> 4) ^ 0x63;
  } while (element !== 1);
  found[0] = 0x63;
  return found;
}

/** Times x in GF(2^8) modulo x^8 + x^4 + x^3 + x + 1. */
function double(byte: number): number {
  return ((byte << 1) ^ (byte & 0x80 ? 0x11b : 0)) & 255;
}

function turned(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}
