import { AppError, isAppError } from '#shared/errors/app-error.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { isComplete } from '#shared/images/complete.ts';
import { cropToAspect, type SizePx } from '#shared/images/fit.ts';
import {
  type PictureHeader,
  type PictureLimits,
  readPictureHeader,
  sourceLimits,
} from '#shared/images/header.ts';
import type { Bytes } from '#shared/ports.ts';

/** A result as it is kept: PNG, in the source's aspect and the engine's own pixels. */
export type FinishedPicture = {
  bytes: Bytes;
  mimeType: 'image/png';
  widthPx: number;
  heightPx: number;
  /** Size of what the engine answered. */
  croppedFrom: SizePx;
};

export type FinishOptions = {
  codec: ImageCodec;
  /** Upright size of the picture that was restyled. */
  source: SizePx;
  /** The source itself, where its transparency is to be put back. */
  alpha?: { bytes: Bytes; mimeType: string };
};

/** Engines answer lossless files that are larger than what people bring. */
const resultLimits: PictureLimits = { ...sourceLimits, maxBytes: 50 * 1024 * 1024 };

/**
 * Makes of an engine's answer the picture that is shown: checked to be one, decoded, cropped (never
 * stretched) to the source's aspect, without the workflow that engines write into their files.
 * Raises `result-unreadable` for anything but a whole picture of a kind that can be decoded.
 */
export async function finishResult(bytes: Bytes, options: FinishOptions): Promise<FinishedPicture> {
  const { codec, source, alpha } = options;
  const { crop, croppedFrom, png } = await cropped(bytes, codec, source).catch(toUnreadable);
  const { widthPx, heightPx } = crop;
  const finished = alpha ? await codec.withAlphaOf(png, alpha.bytes, alpha.mimeType) : png;
  return { bytes: finished, mimeType: 'image/png', widthPx, heightPx, croppedFrom };
}

/**
 * The finished result in exactly the source's pixels, for who asks for it at download.
 * `enlargementFactor` is by how much each side grew; below 1 it shrank.
 */
export async function toSourceSize(
  result: FinishedPicture,
  { codec, source }: { codec: ImageCodec; source: SizePx },
): Promise<FinishedPicture & { enlargementFactor: number }> {
  const { widthPx, heightPx } = source;
  const plan = { widthPx, heightPx, mimeType: 'image/png' } as const;
  const bytes = await codec.render(result.bytes, result.mimeType, plan);
  const enlargementFactor = Math.max(widthPx / result.widthPx, heightPx / result.heightPx);
  return { ...result, bytes, widthPx, heightPx, enlargementFactor };
}

async function cropped(bytes: Bytes, codec: ImageCodec, source: SizePx) {
  const answer = readWholePicture(bytes);
  const croppedFrom: SizePx = { widthPx: answer.widthPx, heightPx: answer.heightPx };
  const crop = cropToAspect(answer, source);
  const plan = { crop, widthPx: crop.widthPx, heightPx: crop.heightPx, mimeType: 'image/png' } as const;
  return { crop, croppedFrom, png: await codec.render(bytes, answer.mimeType, plan) };
}

function readWholePicture(bytes: Bytes): PictureHeader {
  const header = readPictureHeader(bytes, resultLimits);
  if (isComplete(bytes, header.mimeType)) return header;
  throw new AppError('picture-unsupported', `${header.mimeType} of ${bytes.length} bytes is cut short`);
}

function toUnreadable(error: unknown): never {
  throw isAppError(error) ? new AppError('result-unreadable', error.message) : error;
}
