import type { Bytes } from '#shared/ports.ts';

const opaquePixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEAsTj2FAAAAABJRU5ErkJggg==';

/** In place of a picture that nobody has any more: a pixel that says the source was opaque. */
export function lostSource(): Bytes {
  return Uint8Array.from(atob(opaquePixel), (character) => character.charCodeAt(0));
}

export function isLostSource(bytes: Bytes): boolean {
  return bytes.length === lostSource().length;
}
