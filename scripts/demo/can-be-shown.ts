import { readFile } from 'node:fs/promises';
import { readPictureHeader } from '#shared/images/header.ts';
import type { Bytes } from '#shared/ports.ts';

/** Whether a file can stand on a page: a broken one cannot be seen there, and a bomb would go off in the page itself. */
export async function canBeShown(file: string): Promise<boolean> {
  try {
    readPictureHeader(Uint8Array.from(await readFile(file)) as Bytes);
    return true;
  } catch {
    return false;
  }
}
