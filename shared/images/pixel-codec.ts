import type { Bytes } from '#shared/ports.ts';

/** A decoded picture, upright: sRGB, four bytes a pixel (red, green, blue, alpha), row by row. */
export type Pixels = { data: Uint8ClampedArray<ArrayBuffer>; widthPx: number; heightPx: number };

/**
 * From files to pixels and back: canvas in browsers, sharp in Node tests.
 * `decode` rejects with `picture-unsupported` when the platform cannot decode the bytes.
 */
export type PixelCodec = {
  decode(bytes: Bytes, mimeType: string): Promise<Pixels>;
  /** Answers PNG. */
  encode(pixels: Pixels): Promise<Bytes>;
};
