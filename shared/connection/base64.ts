import type { Bytes } from '#shared/ports.ts';

/** As many arguments as a call takes anywhere. */
const atOnce = 32_768;

export function toBase64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += atOnce)
    text += String.fromCharCode(...bytes.subarray(at, at + atOnce));
  return btoa(text);
}

/** Raises a `DOMException` for what is no base64. */
export function fromBase64(text: string): Bytes {
  const decoded = atob(text);
  const bytes = new Uint8Array(decoded.length);
  for (let at = 0; at < decoded.length; at += 1) bytes[at] = decoded.charCodeAt(at);
  return bytes;
}
