import { pngChunks } from '#shared/images/headers/png-chunks.ts';
import { joinBytes } from '#shared/images/join-bytes.ts';
import type { Bytes } from '#shared/ports.ts';

const signatureBytes = 8;
/** The four critical chunks, and those that say what the stored numbers look like. */
const needed: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'gAMA',
  'cHRM',
  'sRGB',
  'iCCP',
  'cICP',
]);

/** Texts, times, EXIF, further frames and what follows IEND are left out; `null` without IEND. */
export function stripPng(bytes: Bytes): Bytes | null {
  const kept: Uint8Array[] = [bytes.subarray(0, signatureBytes)];
  for (const { name, start, end } of pngChunks(bytes)) {
    if (needed.has(name)) kept.push(bytes.subarray(start, end));
    if (name === 'IEND') return joinBytes(kept);
  }
  return null;
}
