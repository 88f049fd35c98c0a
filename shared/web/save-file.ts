import type { ResultFile } from '#shared/history/result-file.ts';

const linkLivesMs = 60_000;

/** Downloads a file by a link, which needs no permission; answers its name. */
export function saveFile({ bytes, mimeType, name }: ResultFile): string {
  const url = URL.createObjectURL(new Blob([bytes], { type: mimeType }));
  const link = Object.assign(document.createElement('a'), { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), linkLivesMs);
  return link.download;
}
