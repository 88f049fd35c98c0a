import type { Connection } from '#shared/connection/connection.ts';
import type { KeychainEntry } from '#shared/connection/keychain.ts';
import { takeIn } from '#shared/sync/take-in.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import type { FoundData } from './open-export.ts';
import { applySettings } from './settings-in-file.ts';
import { connectAll, newEngines } from './take-connections.ts';
import { takeHistory } from './take-history.ts';
import { createWayBack } from './way-back.ts';

export type TakingChoices = {
  hasSettings: boolean;
  hasHistory: boolean;
  keys: readonly KeychainEntry[];
  onProgress(done: number, total: number): void;
};

export type Taken = {
  presetCount: number;
  resultCount: number;
  /** Engines whose keys are missing. */
  lacking: readonly Connection[];
  undo(): Promise<void>;
};

/** Takes in what a file holds, as far as it is wanted. What fails on the way is undone, and the error raised. */
export async function takeEverything(
  found: FoundData,
  { hasSettings, hasHistory, keys, onProgress }: TakingChoices,
  services: Services,
): Promise<Taken> {
  const wayBack = createWayBack();
  try {
    const { backup } = found;
    const synced = await takeIn(services.synced, backup.synced);
    wayBack.add(synced.undo);
    if (hasSettings) await applySettings(backup.settings, wayBack);
    const { ready, lacking } = newEngines(backup, keys, await loadConnections());
    await connectAll(ready, services, wayBack);
    const resultCount = hasHistory ? await takeHistory(found, services, { wayBack, onProgress }) : 0;
    return { presetCount: synced.changedCount, resultCount, lacking, undo: wayBack.go };
  } catch (error) {
    // What went wrong first is what a person is told.
    await wayBack.go().catch(() => {});
    throw error;
  }
}
