/** At most `length` bytes as text, one character a byte, whatever they are; for marks and names. */
export function latin1(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length));
}

export function hasText(bytes: Uint8Array, at: number, text: string): boolean {
  return latin1(bytes, at, text.length) === text;
}
