import { useState } from 'preact/hooks';
import type { LastPicture } from '#shared/capture/last-picture.ts';
import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import type { HandoffRecipe } from '#shared/handoff/handoff.ts';
import type { RectPx } from '#shared/images/codec.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import type { PictureFacts, PictureShelf } from '#shared/ui/pictures/picture-shelf.ts';
import {
  fromAddress,
  fromClipboard,
  fromCode,
  fromFile,
  fromPart,
  fromShelf,
  type Reading,
} from '#shared/ui/pictures/read-picture.ts';
import { useShownPicture } from '#shared/ui/pictures/use-shown-picture.ts';

export type PictureOptions = {
  /** Told how another one of a picture is to be made, where it was handed over with that. */
  onRecipe(recipe: HandoffRecipe): void;
  startsCropping?: boolean;
};

/** The panel's picture: the one captured last, until another is dropped, pasted or picked. */
export function usePicture(shelf: PictureShelf, { onRecipe, startsCropping = false }: PictureOptions) {
  const { last, picture, note, show } = useShownPicture(shelf);
  /** What the picture was cut out of, to go back to. */
  const [whole, setWhole] = useState<LastPicture | null>(null);
  const [problem, setProblem] = useState<ErrorData | null>(null);

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

  const { fetch } = shelf;
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
    onCrop: (part: RectPx) => void (last && take(fromPart(last, part, shelf), whole ?? last)),
    onWhole: whole ? () => void take(fromShelf(whole, shelf)) : undefined,
    startsCropping,
  };
}
