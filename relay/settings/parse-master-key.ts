import { fromBase64 } from '#shared/connection/base64.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Bytes } from '#shared/ports.ts';
import { words } from '../words.ts';

export const masterKeyBytes = 32;

/** A master key as text: 32 bytes in base64. Raises `not-configured`, without quoting what it got. */
export function parseMasterKey(text: string, source: string): Bytes {
  try {
    const bytes = fromBase64(text.trim());
    if (bytes.length === masterKeyBytes) return bytes;
  } catch {
    // No base64: the same sentence.
  }
  throw new AppError('not-configured', words.notAMasterKey(source));
}
