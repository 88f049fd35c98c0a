/**
 * Remainders for the reflected polynomial 0xEDB88320: of every byte alone, and of every byte with one, two
 * and three zeros after it, so that four bytes are taken in one step ("slicing by four", Kounavis and Berry 2005).
 */
const tables = slices();

function slices(): readonly [Uint32Array, Uint32Array, Uint32Array, Uint32Array] {
  const alone = Uint32Array.from({ length: 256 }, (_, byte) => {
    let rest = byte;
    for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
    return rest;
  });
  const followed = (before: Uint32Array) =>
    before.map((rest) => (rest >>> 8) ^ (alone[rest & 0xff] as number));
  const one = followed(alone);
  const two = followed(one);
  return [alone, one, two, followed(two)];
}

/** The checksum that zip files carry, an unsigned 32-bit number (ISO 3309, as in PNG and gzip). */
export function crc32(bytes: Uint8Array): number {
  const [alone, one, two, three] = tables;
  const wholeWords = bytes.length - (bytes.length % 4);
  let rest = 0xffffffff;
  for (let at = 0; at < wholeWords; at += 4) {
    const a = (rest ^ (bytes[at] as number)) & 0xff;
    const b = ((rest >>> 8) ^ (bytes[at + 1] as number)) & 0xff;
    const c = ((rest >>> 16) ^ (bytes[at + 2] as number)) & 0xff;
    const d = (rest >>> 24) ^ (bytes[at + 3] as number);
    rest = (three[a] as number) ^ (two[b] as number) ^ (one[c] as number) ^ (alone[d] as number);
  }
  for (const byte of bytes.subarray(wholeWords))
    rest = (rest >>> 8) ^ (alone[(rest ^ byte) & 0xff] as number);
  return (rest ^ 0xffffffff) >>> 0;
}
