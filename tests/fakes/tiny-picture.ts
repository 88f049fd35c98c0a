import sharp from 'sharp';
import type { Bytes, StoredBlob } from '#shared/ports.ts';

const sidePx = 40;

/** A picture that takes no time, one for each number. */
export async function tinyPicture(number: number): Promise<StoredBlob> {
  const background = { r: number & 255, g: (number >> 8) & 255, b: (number >> 16) & 255 };
  const picture = sharp({ create: { width: sidePx, height: sidePx, channels: 3, background } }).png();
  return { bytes: Uint8Array.from(await picture.toBuffer()) as Bytes, mimeType: 'image/png' };
}
