/** Of a text in UTF-8. The sandbox has no TextEncoder, as Figma's has none. */
export function sizeBytes(text: string): number {
  const others = text.replace(/[\0-\x7f]+/g, '');
  let bytes = text.length;
  for (let index = 0; index < others.length; index += 1) {
    const unit = others.charCodeAt(index);
    // Half of a pair takes two of its four bytes.
    const isHalf = unit >= 0xd800 && unit <= 0xdfff;
    bytes += unit >= 0x800 && !isHalf ? 2 : 1;
  }
  return bytes;
}
