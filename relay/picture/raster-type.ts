import { sniffMimeType } from '#shared/images/sniff.ts';

/** Pictures that can be shown or decoded by a client. Not SVG, which is a document with scripts. */
const rasterTypes: ReadonlySet<string> = new Set([
  'image/png',
  'image/jpeg',
  'image/gif',
  'image/webp',
  'image/avif',
]);

/** As many first bytes as it takes to tell every type (AVIF may name itself late in its first box). */
export const signatureBytes = 256;

/** What a file is by its first bytes; `null` for all that is not a raster picture. */
export function rasterType(head: Uint8Array): string | null {
  const mimeType = sniffMimeType(head);
  return mimeType !== null && rasterTypes.has(mimeType) ? mimeType : null;
}
