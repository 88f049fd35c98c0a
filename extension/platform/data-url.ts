import type { StoredBlob } from '#shared/ports.ts';

/** A picture as text, because Chromium's messages carry nothing else. */
export function dataUrlOf({ bytes, mimeType }: StoredBlob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes], { type: mimeType }));
  });
}
