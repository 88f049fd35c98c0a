import type { Bytes, StoredBlob } from '#shared/ports.ts';

const chunkBytes = 0x8000;

/** A picture as a `data:` address (RFC 2397), a third longer than its bytes. */
export function pictureDataUrl({ bytes, mimeType }: StoredBlob): string {
  return `data:${mimeType};base64,${base64Of(bytes)}`;
}

function base64Of(bytes: Bytes): string {
  let binary = '';
  for (let at = 0; at < bytes.byteLength; at += chunkBytes) {
    binary += String.fromCharCode(...bytes.subarray(at, at + chunkBytes));
  }
  return btoa(binary);
}
