import { useEffect } from 'preact/hooks';
import { isHandoffCode } from '#shared/handoff/handoff-code.ts';
import { transferredPicture } from '#shared/ui/pictures/transferred-picture.ts';
import { useDropPlace } from '#shared/ui/pictures/use-drop-place.ts';

export type PictureReceiver = {
  onFiles(files: readonly File[]): void;
  /** A picture dragged from a page came as its address only. */
  onAddress?: ((address: string) => void) | undefined;
  /** A picture that was handed over from Figma or another browser, as text. */
  onCode?: ((code: string) => void) | undefined;
};

/** Hands over what the transfer holds; true when it held a picture. */
function receive(transfer: DataTransfer | null, { onFiles, onAddress }: PictureReceiver): boolean {
  const picture = transferredPicture(transfer);
  if (!picture) return false;
  if ('files' in picture) onFiles(picture.files);
  else onAddress?.(picture.address);
  return true;
}

/** Pasting works from wherever the focus is, but leaves pasted text to the field it is meant for, unless it is a picture. */
function usePaste(receiver: PictureReceiver) {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      const { clipboardData } = event;
      const code = clipboardData?.getData('text/plain') ?? '';
      const isCode = receiver.onCode !== undefined && isHandoffCode(code);
      if (!clipboardData?.files.length && !isCode) return;
      event.preventDefault();
      if (isCode) receiver.onCode?.(code);
      else receive(clipboardData, receiver);
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });
}

/** Makes an element a place for dropped pictures, and its page one for pasted ones. */
export function usePictureTransfer(receiver: PictureReceiver) {
  usePaste(receiver);
  return useDropPlace((dropped) => receive(dropped, receiver));
}
