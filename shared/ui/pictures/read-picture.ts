import type { LastPicture } from '#shared/capture/last-picture.ts';
import { pictureAt } from '#shared/capture/picture-at.ts';
import { AppError } from '#shared/errors/app-error.ts';
import { handedOver } from '#shared/handoff/handed-over.ts';
import { isHandoffCode, readHandoffCode } from '#shared/handoff/handoff-code.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { RectPx } from '#shared/images/codec.ts';
import { cropPicture } from '#shared/images/crop.ts';
import type { Bytes, HttpFetch, StoredBlob } from '#shared/ports.ts';
import type { PictureFacts, PictureShelf } from '#shared/ui/pictures/picture-shelf.ts';

/** A picture on its way into the panel, with what goes along with it. */
export type Reading = Promise<{ source: StoredBlob } & PictureFacts>;

/** Raises `picture-empty` where none was given. */
export async function fromFile(file: File | undefined): Reading {
  if (!file) throw new AppError('picture-empty', 'No file was given');
  return { source: await blobOf(file), label: file.name, captureRoute: 'file' };
}

/** Raises what `pictureAt` does. */
export async function fromAddress(address: string, fetch: HttpFetch): Reading {
  const bytes = await pictureAt(address, fetch);
  return { source: { bytes, mimeType: '' }, label: new URL(address).hostname, captureRoute: 'worker-fetch' };
}

/** Raises what `readHandoffCode` does. */
export async function fromCode(code: string): Reading {
  return handedOver(readHandoffCode(code));
}

/** A picture, or one that was handed over as text. Raises `picture-not-a-picture` where it is neither. */
export async function fromClipboard(): Reading {
  const items = await navigator.clipboard.read().catch(() => []);
  for (const item of items) {
    const type = item.types.find((candidate) => candidate.startsWith('image/'));
    if (type)
      return {
        source: await blobOf(await item.getType(type)),
        label: popupWords.pasted,
        captureRoute: 'clipboard',
      };
    const text = item.types.includes('text/plain') ? await (await item.getType('text/plain')).text() : '';
    if (isHandoffCode(text)) return fromCode(text);
  }
  throw new AppError('picture-not-a-picture', 'The clipboard holds no picture');
}

/** What was taken once more; what the receipt says of it holds. Raises `picture-empty` where it is kept no longer. */
export async function fromShelf(
  { sourceKey, version: _, ...facts }: LastPicture,
  { blobs }: Pick<PictureShelf, 'blobs'>,
): Reading {
  const source = await blobs.get(sourceKey);
  if (!source) throw new AppError('picture-empty', 'The picture is no longer kept');
  return { source, ...facts };
}

/** A part of what was taken. */
export async function fromPart(
  picture: LastPicture,
  part: RectPx,
  shelf: Pick<PictureShelf, 'blobs'>,
): Reading {
  const { source, receipt, ...facts } = await fromShelf(picture, shelf);
  const { widthPx, heightPx } = part;
  const cut = await cropPicture(source.bytes, part, createCanvasCodec());
  return {
    source: cut,
    ...facts,
    ...(receipt && { receipt: { ...receipt, widthPx, heightPx, isCropped: true } }),
  };
}

async function blobOf(blob: Blob): Promise<StoredBlob> {
  return { bytes: new Uint8Array(await blob.arrayBuffer()) as Bytes, mimeType: blob.type };
}
