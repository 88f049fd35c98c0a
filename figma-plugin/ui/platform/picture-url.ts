import type { Bytes } from '#shared/ports.ts';

/** A `data:` address: the one kind Figma's policy always lets a panel show. */
export function pictureUrl(bytes: Bytes, mimeType: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result));
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(new Blob([bytes], { type: mimeType }));
  });
}
