import type { BlobKey, Bytes } from '#shared/ports.ts';

/** The key of bytes: their SHA-256, so that equal pictures are kept once. */
export async function blobKeyOf(bytes: Bytes): Promise<BlobKey> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return `sha256-${[...digest].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}
