import type { StoredBlob } from '#shared/ports.ts';

/**
 * Puts a picture on the clipboard as PNG. The promise goes in unresolved: Safari-like rules bind it to the
 * click. Chromium copies the pixels alone, whatever else the file carries.
 */
export async function copyPicture(reading: Promise<StoredBlob>): Promise<void> {
  const blob = reading.then(({ bytes, mimeType }) => new Blob([bytes], { type: mimeType }));
  await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })]);
}
