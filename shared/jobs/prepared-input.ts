import { AppError } from '#shared/errors/app-error.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import { kontextFrame } from '#shared/images/kontext-frame.ts';
import { kontextAreaPx, prepareForUpload } from '#shared/images/prepare.ts';
import type { JobContext } from '#shared/jobs/job.ts';
import type { BlobKey, BlobStore } from '#shared/ports.ts';

/** A stored picture that is to be made ready to be sent. Plain data: it may be handed to another thread. */
export type InputOrder = {
  sourceKey: BlobKey;
  /** The workflow scales as Kontext does, and would cut off what stands outside Kontext's frame. */
  isFramed: boolean;
};

/** What was made of it, stored under its hash. */
export type PreparedInput = {
  inputKey: BlobKey;
  inputMimeType: 'image/png' | 'image/jpeg';
  sizeBytes: number;
  /** 0..1 */
  transparentRatio: number;
};

/**
 * Prepares a picture somewhere else than here. `null` where nobody does: then it is done here. Raises what
 * `prepareInput` does.
 */
export type PrepareElsewhere = (order: InputOrder) => Promise<PreparedInput | null>;

/** Pixels of a source, in multiples of what is sent, from which another thread saves more than asking it costs. */
const largeFactor = 3;

/** Whether a picture of this size is worth asking somebody else for. */
export function isLargeSource({ widthPx, heightPx }: Pick<JobContext, 'widthPx' | 'heightPx'>): boolean {
  return widthPx * heightPx >= largeFactor * kontextAreaPx;
}

/** Brings a stored picture to what workflows use. Raises `picture-lost` and what `prepareForUpload` does. */
export async function prepareInput(
  { sourceKey, isFramed }: InputOrder,
  { blobs, codec }: { blobs: BlobStore; codec: ImageCodec },
): Promise<PreparedInput> {
  const source = await blobs.get(sourceKey);
  if (!source) throw new AppError('picture-lost', `Nothing is stored under ${sourceKey}`);
  const options = { codec, ...(isFramed && { frameFor: kontextFrame }) };
  const { bytes, mimeType, transparentRatio } = await prepareForUpload(source.bytes, options);
  const inputKey = await blobs.put({ bytes, mimeType });
  return { inputKey, inputMimeType: mimeType, sizeBytes: bytes.byteLength, transparentRatio };
}
