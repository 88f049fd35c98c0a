import { afterEach, expect, it, vi } from 'vitest';
import type { Backup } from '#shared/backup/backup.ts';
import { type KeychainEntry, lockKeychain, newLock } from '#shared/connection/keychain.ts';
import { openExport } from '../../../extension/features/data/open-export.ts';
import { newEngines, openKeys } from '../../../extension/features/data/take-connections.ts';
import { zipOfEverything } from '../../../extension/features/data/zip-of-everything.ts';
import { saveConnection } from '../../../extension/platform/connection-store.ts';
import { connectionOf } from '../../fakes/connections.ts';
import { createMemoryServices } from '../../fakes/memory-services.ts';

const password = 'three small words';
const relay: KeychainEntry = { connection: connectionOf('comfydeploy'), apiKey: 'restyle_device' };
const other: KeychainEntry = { connection: connectionOf('predictions'), apiKey: 'key' };

afterEach(() => vi.unstubAllGlobals());

it('a relay’s token stays out of the file, and its engine is named as one to connect again', async () => {
  const { services } = createMemoryServices();
  for (const { connection, apiKey } of [relay, other]) {
    await saveConnection(connection, apiKey, services.database);
  }
  const zip = zipOfEverything(services, { hasHistory: false, password }, () => {});
  const { backup } = await openExport(await new Response(zip).blob());
  const keys = await openKeys(backup, password);
  expect(keys?.map(({ apiKey }) => apiKey)).toEqual(['key']);
  const { ready, lacking } = newEngines(backup, keys ?? [], []);
  expect([ready.map(({ connection }) => connection.engine), lacking.map(({ engine }) => engine)]).toEqual([
    ['predictions'],
    ['comfydeploy'],
  ]);
});

it('a relay’s token that an earlier version put in is not used', async () => {
  const keys = await lockKeychain([relay, other], await newLock(password));
  const backup = { keys } as unknown as Backup;
  expect((await openKeys(backup, password))?.map(({ apiKey }) => apiKey)).toEqual(['key']);
});
