import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/errors/app-error.ts';
import type { Bytes } from '#shared/ports.ts';
import { parseMasterKey } from '../settings/parse-master-key.ts';
import { migrate } from '../store/migrate.ts';
import { words } from '../words.ts';
import { masterKeyFromFile } from './master-key.ts';
import { openSqlite, type SqliteDatabase } from './sqlite.ts';

/** All that a relay remembers. */
export type DataFolder = { database: SqliteDatabase; masterKey: Bytes };

/** Opens the folder, or makes it. `masterKey` is the key as text where it is not to lie beside the data. */
export async function openDataFolder(path: string, masterKey: string | undefined): Promise<DataFolder> {
  await mkdir(path, { recursive: true, mode: 0o700 }).catch((error: NodeJS.ErrnoException) => {
    throw new AppError('not-configured', words.unreadable(path, error.code ?? ''));
  });
  const key = masterKey
    ? parseMasterKey(masterKey, 'RELAY_MASTER_KEY')
    : await masterKeyFromFile(join(path, 'master.key'));
  const database = openSqlite(join(path, 'relay.sqlite'));
  try {
    await migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }
  return { database, masterKey: key };
}
