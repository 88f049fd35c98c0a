import type { Bytes } from '#shared/ports.ts';

export type EncodableMimeType = 'image/png' | 'image/jpeg';

/** A rectangle in pixels, origin at the top left. */
export type RectPx = { xPx: number; yPx: number; widthPx: number; heightPx: number };

/** What to do with a decoded picture: cut, scale to exactly this size, lay over a colour, encode. */
export type RenderPlan = {
  /** In pixels of the upright source; the whole picture when left out. */
  crop?: RectPx;
  widthPx: number;
  heightPx: number;
  /** Centres the picture in one of this size, no smaller; what is left over continues its edges. */
  frame?: { widthPx: number; heightPx: number };
  mimeType: EncodableMimeType;
  /** 0..1, JPEG only. */
  quality?: number;
  /** CSS colour laid under transparent pixels; JPEG needs one. */
  background?: string;
};

/**
 * The platform's own picture codec: canvas in browsers, sharp in Node tests. `render` obeys the
 * orientation a JPEG carries and leaves no metadata in what it writes.
 * Rejects with `picture-unsupported` when the platform cannot decode the bytes.
 */
export type ImageCodec = {
  render(bytes: Bytes, mimeType: string, plan: RenderPlan): Promise<Bytes>;
  /** Share of pixels that are not fully opaque, 0..1, looked at on a small copy. */
  transparentRatio(bytes: Bytes, mimeType: string): Promise<number>;
  /** `picture` with the transparency of `alphaSource` (scaled to its size) put on; answers PNG. */
  withAlphaOf(picture: Bytes, alphaSource: Bytes, alphaMimeType: string): Promise<Bytes>;
};
