import { AppError } from '#shared/errors/app-error.ts';
import type { Bytes } from '#shared/ports.ts';

/** `String.fromCharCode` takes its bytes as arguments, whose number engines limit. */
const chunkBytes = 0x8000;

/** A file as a base64 data URL (RFC 2397). */
export function toDataUrl(bytes: Bytes, mimeType: string): string {
  let binary = '';
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    binary += String.fromCharCode(...bytes.subarray(start, start + chunkBytes));
  }
  return `data:${mimeType};base64,${btoa(binary)}`;
}

export function isDataUrl(url: string): boolean {
  return /^data:/i.test(url);
}

/** The bytes of a base64 data URL. Raises `result-unreadable` when it is none. */
export function bytesOfDataUrl(url: string): Bytes {
  const encoded = /^data:[^,]*;base64,(.*)$/is.exec(url)?.[1];
  try {
    if (encoded !== undefined) return Uint8Array.from(atob(encoded), (letter) => letter.charCodeAt(0));
  } catch {
    // Not base64 after all: same as no data URL.
  }
  throw new AppError('result-unreadable', 'The picture came as a data URL that cannot be read');
}
