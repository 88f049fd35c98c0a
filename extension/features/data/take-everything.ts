import type { Connection } from '#shared/connection/connection.ts';
import type { KeychainEntry } from '#shared/connection/keychain.ts';
import { takeIn } from '#shared/sync/take-in.ts';
import { loadConnections } from '../../platform/connection-store.ts';
import type { Services } from '../../platform/services.ts';
import type { FoundData } from './open-export.ts';
import { applySettings } from './settings-in-file.ts';
import { connectAll, newEngines } from './take-connections.ts';
import { type TakenHistory, takeHistory } from './take-history.ts';

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

const noHistory: TakenHistory = { addedCount: 0, undo: async () => {} };

/** Takes in what a file holds, as far as it is wanted. What fails on the way is undone, and the error raised. */
export async function takeEverything(
  found: FoundData,
  { hasSettings, hasHistory, keys, onProgress }: TakingChoices,
  services: Services,
): Promise<Taken> {
  const undos: (() => Promise<void>)[] = [];
  const undo = async () => {
    for (const each of undos.splice(0).reverse()) await each();
  };
  try {
    const { backup } = found;
    const synced = await takeIn(services.synced, backup.synced);
    undos.push(synced.undo);
    if (hasSettings) undos.push(await applySettings(backup.settings));
    const { ready, lacking } = newEngines(backup, keys, await loadConnections());
    undos.push(await connectAll(ready, services));
    const history = hasHistory ? await takeHistory(found, services, onProgress) : noHistory;
    undos.push(history.undo);
    return { presetCount: synced.changedCount, resultCount: history.addedCount, lacking, undo };
  } catch (error) {
    await undo();
    throw error;
  }
}
