import { randomBytes } from 'node:crypto';
import { link, readFile, unlink, writeFile } from 'node:fs/promises';
import { AppError } from '#shared/errors/app-error.ts';
import type { Bytes } from '#shared/ports.ts';
import { masterKeyBytes, parseMasterKey } from '../settings/parse-master-key.ts';
import { words } from '../words.ts';

/** The master key in a file, made at the first start and readable to its owner only. */
export async function masterKeyFromFile(path: string): Promise<Bytes> {
  const text = await readText(path);
  if (text !== null) return parseMasterKey(text, path);
  const written = `${path}.${process.pid}`;
  await writeFile(written, `${randomBytes(masterKeyBytes).toString('base64')}\n`, { mode: 0o600 });
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
