import type { Bytes } from '#shared/ports.ts';

type SavePicker = (options: { suggestedName: string }) => Promise<FileSystemFileHandle>;

const linkLivesMs = 60_000;

/**
 * Writes a stream to a file of the person's, however large, without holding it. Where the browser has no dialog
 * for that, it goes to a place of ours on the disk first and is then downloaded by a link, which needs no
 * permission. Call it first in a click's handler; false when the person closed the dialog.
 */
export async function saveStream(name: string, open: () => ReadableStream<Bytes>): Promise<boolean> {
  const { showSaveFilePicker } = globalThis as { showSaveFilePicker?: SavePicker };
  if (!showSaveFilePicker) return saveByLink(name, open());
  const handle = await showSaveFilePicker({ suggestedName: name }).catch(nullWhenClosed);
  if (!handle) return false;
  await open().pipeTo(await handle.createWritable());
  return true;
}

async function saveByLink(name: string, stream: ReadableStream<Bytes>): Promise<true> {
  const folder = await navigator.storage.getDirectory();
  // One name, so that what an earlier download left behind is written over.
  const handle = await folder.getFileHandle('download', { create: true });
  await stream.pipeTo(await handle.createWritable());
  const link = document.createElement('a');
  link.href = URL.createObjectURL(await handle.getFile());
  link.download = name;
  link.click();
  setTimeout(() => {
    URL.revokeObjectURL(link.href);
    void folder.removeEntry('download').catch(() => {});
  }, linkLivesMs);
  return true;
}

function nullWhenClosed(error: unknown): null {
  if (error instanceof DOMException && error.name === 'AbortError') return null;
  throw error;
}
