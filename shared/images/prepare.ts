import { AppError } from '#shared/errors/app-error.ts';
import type { EncodableMimeType, ImageCodec } from '#shared/images/codec.ts';
import { isComplete } from '#shared/images/complete.ts';
import { fitArea, type SizePx } from '#shared/images/fit.ts';
import { type PictureHeader, readPictureHeader } from '#shared/images/header.ts';
import { hasPlainPixels } from '#shared/images/plain-pixels.ts';
import { type Encoded, smaller, smallest } from '#shared/images/smallest.ts';
import { stripMetadata } from '#shared/images/strip.ts';
import { createWorkingCopy } from '#shared/images/working-copy.ts';
import type { Bytes } from '#shared/ports.ts';

/** What Flux Kontext works at; it scales every input to about this many pixels. */
export const kontextAreaPx = 1024 * 1024;

/** A file ready to be sent: upright, opaque, without metadata. */
export type PreparedPicture = {
  bytes: Bytes;
  mimeType: EncodableMimeType;
  widthPx: number;
  heightPx: number;
  source: PictureHeader;
  /** Share of the source's pixels that were not fully opaque, 0..1. */
  transparentRatio: number;
};

export type PrepareOptions = {
  codec: ImageCodec;
  maxAreaPx?: number;
  /** CSS colour that transparent pixels go out over. */
  background?: string;
  /** The frame a workflow needs around a picture so that it cuts nothing off, e.g. `kontextFrame`. */
  frameFor?: (size: SizePx) => SizePx;
};

const photographQuality = 0.85;
/** Tried in turn where the re-encode came out larger than an original that was pressed harder. */
const lowerQualities = [0.75, 0.6];

/**
 * Makes of any picture the smallest file that shows the engine all it can use: a JPEG; a PNG where that
 * is smaller (flat art); the stripped original where that is smallest of all and looks the same.
 * Raises what `readPictureHeader` does, and `picture-unsupported` for what cannot be decoded.
 */
export async function prepareForUpload(bytes: Bytes, options: PrepareOptions): Promise<PreparedPicture> {
  const { codec, maxAreaPx = kontextAreaPx, background = '#ffffff', frameFor = (size) => size } = options;
  const source = readPictureHeader(bytes);
  const size = fitArea(source, maxAreaPx);
  const frame = frameFor(size);
  const canGoAsIs = isSameSize(source, frame) && looksTheSame(bytes, source);
  const copy = await createWorkingCopy(bytes, source, { codec, size, frame, background, canGoAsIs });
  const toJpeg = async (quality: number): Promise<Encoded> => {
    const shape = copy.png ? frame : { ...size, frame };
    const plan = { ...shape, mimeType: 'image/jpeg', quality, background } as const;
    return { bytes: await codec.render(copy.bytes, copy.mimeType, plan), mimeType: plan.mimeType };
  };
  // Decoders work beside this thread, which has time meanwhile.
  const [jpeg, original] = await Promise.all([toJpeg(photographQuality), lookThrough(bytes, source)]);
  const candidate = canGoAsIs && copy.transparentRatio === 0 ? original : null;
  const best = smallest(jpeg, [copy.png, candidate]);
  const file = original ? await pressedTo(original.bytes.length, best, toJpeg) : best;
  return { ...file, ...frame, source, transparentRatio: copy.transparentRatio };
}

/** The original without its metadata, where it could be sent. Raises `picture-unsupported` where the file is cut short. */
async function lookThrough(bytes: Bytes, { mimeType }: PictureHeader): Promise<Encoded | null> {
  if (!isComplete(bytes, mimeType)) throw new AppError('picture-unsupported', 'the file is cut short');
  if (mimeType !== 'image/png' && mimeType !== 'image/jpeg') return null;
  const stripped = stripMetadata(bytes, mimeType);
  return stripped && { bytes: stripped, mimeType };
}

/** Whether an engine that only reads the stored pixels sees what a browser shows. */
function looksTheSame(bytes: Bytes, { mimeType, orientation, animated }: PictureHeader): boolean {
  return orientation === 1 && !animated && hasPlainPixels(bytes, mimeType);
}

function isSameSize(a: SizePx, b: SizePx): boolean {
  return a.widthPx === b.widthPx && a.heightPx === b.heightPx;
}

/** Lowers a JPEG's quality step by step until it is no larger than the original. Flat art stays PNG. */
async function pressedTo(
  maxBytes: number,
  file: Encoded,
  toJpeg: (quality: number) => Promise<Encoded>,
): Promise<Encoded> {
  let best = file;
  for (const quality of lowerQualities) {
    if (best.mimeType === 'image/png' || best.bytes.length <= maxBytes) break;
    best = smaller(best, await toJpeg(quality));
  }
  return best;
}
