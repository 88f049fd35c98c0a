import { stat } from 'node:fs/promises';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { Member } from '../relay-config.ts';
import { readRelayFile } from './relay-file.ts';

/**
 * The members as the file has them now, read again only after it changed. While the file is broken the
 * list before stays in force, and `warn` is told why.
 */
export function createLiveMembers(
  path: string,
  warn: (sentence: string) => void,
): () => Promise<readonly Member[]> {
  let readStamp = '';
  let members: readonly Member[] = [];
  return async () => {
    const stamp = await stampOf(path);
    if (stamp === readStamp) return members;
    try {
      members = (await readRelayFile(path)).members;
    } catch (error) {
      warn(`${toErrorData(error).detail} The members stay as they were.`);
    }
    readStamp = stamp;
    return members;
  };
}

/** The inode too: two writes may fall into one tick of the file system's clock. */
async function stampOf(path: string): Promise<string> {
  const facts = await stat(path).catch(() => null);
  return facts ? `${facts.ino} ${facts.mtimeMs} ${facts.size}` : 'missing';
}
