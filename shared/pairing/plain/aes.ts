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
      addKey(block, schedule, 0);
      for (let at = 4; at < rounds * 4; at += 4) {
        turnRound(block, column);
        addKey(block, schedule, at);
      }
      turnRound(block, lastColumn);
      addKey(block, schedule, rounds * 4);
    },
  };
}

function addKey(block: Uint32Array, schedule: Uint32Array, at: number): void {
  for (let i = 0; i < 4; i += 1) block[i] = (block[i] ?? 0) ^ (schedule[at + i] ?? 0);
}

/** Rows are shifted by taking each column's bytes from four columns (5.1.2). */
function turnRound(block: Uint32Array, toColumn: typeof column): void {
  const a = block[0] ?? 0;
  const b = block[1] ?? 0;
  const c = block[2] ?? 0;
  const d = block[3] ?? 0;
  block[0] = toColumn(a, b, c, d);
  block[1] = toColumn(b, c, d, a);
  block[2] = toColumn(c, d, a, b);
  block[3] = toColumn(d, a, b, c);
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
