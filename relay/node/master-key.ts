import { randomBytes } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { fromBase64 } from '#shared/connection/base64.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { Bytes } from '#shared/ports.ts';
import { words } from '../words.ts';

const keyBytes = 32;

/** A master key as text: 32 bytes in base64. Raises `not-configured`, without quoting what it got. */
export function parseMasterKey(text: string, source: string): Bytes {
  try {
    const bytes = fromBase64(text.trim());
    if (bytes.length === keyBytes) return bytes;
  } catch {
    // No base64: the same sentence.
  }
  throw new AppError('not-configured', words.notAMasterKey(source));
}

/** The master key in a file, made at the first start and readable to its owner only. */
export async function masterKeyFromFile(path: string): Promise<Bytes> {
  const text = await readText(path);
  if (text !== null) return parseMasterKey(text, path);
  const written = `${path}.${process.pid}`;
  await writeFile(written, `${randomBytes(keyBytes).toString('base64')}\n`, { mode: 0o600 });
  // Unlike a rename, a link never takes the place of a key that another process has just made.
  await link(written, path).catch(ignoreExisting);
  await unlink(written);
  return parseMasterKey((await readText(path)) ?? '', path);
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error;
}

async function readText(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new AppError('not-configured', words.unreadable(path, error.code ?? ''));
  });
}
