import { useEffect } from 'preact/hooks';
import { addressesIn } from '#shared/capture/picture-at.ts';
import { droppedFiles, type FoundFile } from '#shared/ui/pictures/found-files.ts';
import { useDropPlace } from '#shared/ui/pictures/use-drop-place.ts';

export type Receiver = {
  onFiles(finding: Promise<readonly FoundFile[]>): void;
  /** Pictures dragged off a page, or a list that was pasted, come as addresses only. */
  onAddresses(addresses: readonly string[]): void;
};

/** Makes an element a place for dropped files, folders and links, and its page one for pasted pictures. */
export function useFileDrop(receiver: Receiver) {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      // Pasted text is left to the field it is meant for.
      const isInField =
        event.target instanceof HTMLTextAreaElement || event.target instanceof HTMLInputElement;
      if (!event.clipboardData || (isInField && event.clipboardData.files.length === 0)) return;
      if (receive(event.clipboardData, receiver)) event.preventDefault();
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });

  return useDropPlace((dropped) => void receive(dropped, receiver));
}

/** Hands over what a transfer holds; true where that is something. */
function receive(transfer: DataTransfer, { onFiles, onAddresses }: Receiver): boolean {
  const addresses = addressesIn(transfer.getData('text/uri-list') || transfer.getData('text/plain'));
  const isFiles = transfer.files.length > 0;
  if (isFiles) onFiles(droppedFiles(transfer));
  else if (addresses.length > 0) onAddresses(addresses);
  return isFiles || addresses.length > 0;
}

/** Pictures of the clipboard, for a button: an event of pasting brings its own. */
export async function pasteFiles(): Promise<FoundFile[]> {
  const items = await navigator.clipboard.read().catch(() => []);
  const found: FoundFile[] = [];
  for (const item of items) {
    const type = item.types.find((each) => each.startsWith('image/'));
    if (!type) continue;
    const file = new File([await item.getType(type)], `pasted.${type.slice('image/'.length)}`, { type });
    found.push({ file, folder: '' });
  }
  return found;
}
