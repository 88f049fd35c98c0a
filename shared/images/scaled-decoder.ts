import type { SizePx } from '#shared/images/fit.ts';
import { jpegScaleFor } from '#shared/images/jpeg-scale.ts';
import type { Bytes } from '#shared/ports.ts';

/** A picture that was decoded smaller than it is stored: what of the frame, from its corner, is all of it. */
export type ScaledFrame = { frame: VideoFrame; shown: SizePx };

/** Answers `null` where nothing is gained, or the browser cannot do it. */
export type ScaledDecoder = (bytes: Bytes, size: SizePx) => Promise<ScaledFrame | null>;

/**
 * Decodes JPEGs just large enough for the size that is wanted, in about half the time of decoding every pixel.
 * `ImageDecoder` is found in pages and dedicated workers of Chromium, not in service workers; elsewhere it may
 * take no notice of the size, and is not asked again: https://www.w3.org/TR/webcodecs/#imagedecoderinit-interface
 */
export function createScaledDecoder(): ScaledDecoder {
  let isOfUse = typeof ImageDecoder === 'function';

  return async (bytes, size) => {
    const scale = isOfUse ? jpegScaleFor(bytes, size) : null;
    if (!scale) return null;
    const frame = await decode(bytes, scale.stored).catch(() => null);
    if (!frame) return null;
    const isAsAsked =
      frame.codedWidth === scale.stored.widthPx && frame.codedHeight === scale.stored.heightPx;
    // A frame that does not say how it is turned would lie on its side.
    if (isAsAsked && (!scale.isTurned || 'rotation' in frame)) return { frame, shown: scale.shown };
    isOfUse = false;
    frame.close();
    return null;
  };
}

async function decode(bytes: Bytes, { widthPx, heightPx }: SizePx): Promise<VideoFrame> {
  const wanted = { desiredWidth: widthPx, desiredHeight: heightPx };
  const decoder = new ImageDecoder({ data: bytes, type: 'image/jpeg', ...wanted });
  try {
    return (await decoder.decode()).image;
  } finally {
    decoder.close();
  }
}
