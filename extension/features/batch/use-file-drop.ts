import { useEffect } from 'preact/hooks';
import { droppedFiles, type FoundFile } from '#shared/ui/pictures/found-files.ts';
import { useDropPlace } from '#shared/ui/pictures/use-drop-place.ts';

type OnFiles = (finding: Promise<readonly FoundFile[]>) => void;

/** Makes an element a place for dropped files and folders, and its page one for pasted pictures. */
export function useFileDrop(onFiles: OnFiles) {
  useEffect(() => {
    const onPaste = (event: ClipboardEvent) => {
      // Pasted text is left to the field it is meant for.
      if (!event.clipboardData?.files.length) return;
      event.preventDefault();
      onFiles(droppedFiles(event.clipboardData));
    };
    document.addEventListener('paste', onPaste);
    return () => document.removeEventListener('paste', onPaste);
  });

  return useDropPlace((dropped) => onFiles(droppedFiles(dropped)));
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
