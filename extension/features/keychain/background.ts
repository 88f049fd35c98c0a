import { browser } from 'wxt/browser';
import { shareable } from '#shared/connection/choices.ts';
import { isDeviceToken } from '#shared/connection/device-token.ts';
import type { Database } from '#shared/web/storage/database.ts';
import { loadApiKey, loadConnections, saveConnection } from '../../platform/connection-store.ts';
import { keychainKey, readKeychain, refreshKeychain } from '../../platform/keychain-store.ts';

/**
 * Where a person has set a sync password: a key changed on one browser is changed on the others. Engines
 * that this browser does not use are not connected by themselves; the settings offer them.
 */
export function keepKeychain(opening: Promise<Database>): void {
  browser.storage.onChanged.addListener((changes, area) => {
    const isOurs = Object.keys(changes).some((key) => key === 'connections' || key === 'connections.secrets');
    if (area === 'local' && isOurs) void refreshKeychain(opening).catch(() => {});
    if (area === 'sync' && keychainKey in changes) void adoptKeychain(opening);
  });
}

/** Takes in what was changed on another browser while this one was not listening. */
export async function adoptKeychain(opening: Promise<Database>): Promise<void> {
  await adoptChanges(opening).catch(() => {});
}

async function adoptChanges(opening: Promise<Database>): Promise<void> {
  const connected = new Map(
    (await loadConnections()).map((each) => [each.engine, JSON.stringify(shareable(each))]),
  );
  for (const { connection, apiKey } of (await readKeychain(opening)) ?? []) {
    const here = connected.get(connection.engine);
    if (here === undefined) continue;
    const keyHere = await loadApiKey(connection.engine, opening);
    // Whoever works through a relay here is not moved off it by a key used elsewhere.
    if (isDeviceToken(keyHere)) continue;
    const isSame = here === JSON.stringify(shareable(connection)) && keyHere === apiKey;
    if (!isSame) await saveConnection(connection, apiKey, opening);
  }
}
