import { useEffect, useState } from 'preact/hooks';
import { describeReceipt } from '#shared/capture/describe-receipt.ts';
import type { LastPicture } from '#shared/capture/last-picture.ts';
import { type RecipeNote, readRecipeNote } from '#shared/history/recipe-note.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { PickedPicture } from '#shared/ui/pictures/picture-picker.tsx';
import type { PictureShelf } from '#shared/ui/pictures/picture-shelf.ts';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';

/** One picture of the shelf as the panel shows it: the last one, until `show` is told of another. */
export function useShownPicture(shelf: PictureShelf) {
  const [last, setLast] = useState<LastPicture | null>(null);
  const [size, setSize] = useState<{ widthPx: number; heightPx: number } | null>(null);
  const [note, setNote] = useState<RecipeNote | null>(null);
  const url = useBlobUrl(shelf, last?.sourceKey ?? null);

  async function show(next: LastPicture | null): Promise<void> {
    const blob = next && (await shelf.blobs.get(next.sourceKey));
    setSize(blob ? readPictureHeader(blob.bytes) : null);
    setNote(blob && readRecipeNote(blob.bytes));
    setLast(blob ? next : null);
  }

  useEffect(
    () =>
      void shelf
        .first()
        .then(show)
        .catch(() => {}),
    [],
  );

  const receipt = last?.receipt && describeReceipt(last.receipt);
  const picture: PickedPicture | null =
    last && size && url ? { url, label: last.label, ...size, receipt } : null;
  return { last, picture, note, show };
}
