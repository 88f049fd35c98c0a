import { useEffect, useState } from 'preact/hooks';
import { describeReceipt } from '#shared/capture/describe-receipt.ts';
import type { LastPicture } from '#shared/capture/last-picture.ts';
import { pictureAt } from '#shared/capture/picture-at.ts';
import { AppError, type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { handedOver } from '#shared/handoff/handed-over.ts';
import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import { isHandoffCode, readHandoffCode } from '#shared/handoff/handoff-code.ts';
import { type RecipeNote, readRecipeNote } from '#shared/history/recipe-note.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { createCanvasCodec } from '#shared/images/canvas-codec.ts';
import type { RectPx } from '#shared/images/codec.ts';
import { cropPicture } from '#shared/images/crop.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { BlobStore, Bytes, HttpFetch, StoredBlob } from '#shared/ports.ts';
import type { PickedPicture } from '#shared/ui/pictures/picture-picker.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';

/** What goes along with a picture. */
type PictureFacts = Omit<LastPicture, 'version' | 'sourceKey'>;

/** Where the panel's picture lies from one visit to the next. */
export type PictureShelf = {
  blobs: BlobStore;
  /** The picture to begin with. */
  first(): Promise<LastPicture | null>;
  /** Keeps another one in its place. */
  remember(source: StoredBlob, facts: PictureFacts): Promise<LastPicture>;
  /** Reads a picture by its address; left out where no other site can be read. */
  fetch?: HttpFetch;
};

type Reading = Promise<{ source: StoredBlob } & PictureFacts>;

type Size = { widthPx: number; heightPx: number };

export type PictureOptions = {
  /** Told how another one of a picture is to be made, where it was handed over with that. */
  onRecipe(recipe: HandoffRecipe): void;
  startsCropping?: boolean;
};

/** The panel's picture: the one captured last, until another is dropped, pasted or picked. */
export function usePicture(shelf: PictureShelf, { onRecipe, startsCropping = false }: PictureOptions) {
  const [last, setLast] = useState<LastPicture | null>(null);
  const [size, setSize] = useState<Size | null>(null);
  /** What the picture was cut out of, to go back to. */
  const [whole, setWhole] = useState<LastPicture | null>(null);
  const [note, setNote] = useState<RecipeNote | null>(null);
  const [problem, setProblem] = useState<ErrorData | null>(null);
  const url = useBlobUrl(shelf, last?.sourceKey ?? null);

  async function show(next: LastPicture | null): Promise<void> {
    const blob = next && (await shelf.blobs.get(next.sourceKey));
    setSize(blob ? readPictureHeader(blob.bytes) : null);
    setNote(blob && readRecipeNote(blob.bytes));
    setLast(blob ? next : null);
  }

  /** Takes a picture that can be read, and answers what goes along with it; says why one cannot. */
  async function take(reading: Reading, cutFrom: LastPicture | null = null): Promise<PictureFacts | null> {
    setProblem(null);
    try {
      const { source, ...facts } = await reading;
      readPictureHeader(source.bytes);
      await show(await shelf.remember(source, facts));
      setWhole(cutFrom);
      return facts;
    } catch (error) {
      setProblem(toErrorData(error));
      return null;
    }
  }

  /** One that may bring along how it is to be made. */
  async function takeHanded(reading: Reading): Promise<void> {
    const taken = await take(reading);
    if (taken?.recipe) onRecipe(taken.recipe);
  }

  useEffect(
    () =>
      void shelf
        .first()
        .then(show)
        .catch(() => {}),
    [],
  );

  const { fetch } = shelf;
  const receipt = last?.receipt && describeReceipt(last.receipt);
  const picture: PickedPicture | null =
    last && size && url ? { url, label: last.label, ...size, receipt } : null;
  return {
    picture,
    source: last,
    /** How the picture was made, where it is a file of ours. */
    note,
    problem,
    onFiles: (files: readonly File[]) => void take(fromFile(files[0])),
    onAddress: fetch && ((address: string) => void take(fromAddress(address, fetch))),
    onCode: (code: string) => void takeHanded(fromCode(code)),
    onPaste: () => void takeHanded(fromClipboard()),
    onCrop: (part: RectPx) => void (last && take(partOf(last, part, shelf), whole ?? last)),
    onWhole: whole ? () => void take(again(whole, shelf)) : undefined,
    startsCropping,
  };
}

async function fromFile(file: File | undefined) {
  if (!file) throw new AppError('picture-empty', 'No file was given');
  return { source: await blobOf(file), label: file.name, captureRoute: 'file' };
}

async function fromAddress(address: string, fetch: HttpFetch) {
  const bytes = await pictureAt(address, fetch);
  return { source: { bytes, mimeType: '' }, label: new URL(address).hostname, captureRoute: 'worker-fetch' };
}

async function fromCode(code: string): Reading {
  return handedOver(readHandoffCode(code));
}

/** A picture, or one that was handed over as text. */
async function fromClipboard(): Reading {
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

/** What was taken once more; what the receipt says of it holds. */
async function again({ sourceKey, version: _, ...facts }: LastPicture, { blobs }: PictureShelf) {
  const source = await blobs.get(sourceKey);
  if (!source) throw new AppError('picture-empty', 'The picture is no longer kept');
  return { source, ...facts };
}

async function partOf(picture: LastPicture, part: RectPx, shelf: PictureShelf) {
  const { source, receipt, ...facts } = await again(picture, shelf);
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
