import type { Services } from '../../platform/services.ts';
import { giveBack } from './hosts-asked.ts';
import type { FoundData } from './open-export.ts';
import { openKeys } from './take-connections.ts';
import { type Taken, takeEverything } from './take-everything.ts';

export type Wanted = { hasSettings: boolean; hasHistory: boolean; password: string };

/** A file that was looked into, and the hosts for which the browser may be asked because of it. */
export type Asked = { found: FoundData; hosts: readonly string[] };

/**
 * Takes in what is wanted of a file; `null` where the password is another one. Whatever comes of it, hosts that were
 * allowed for it and that no engine uses then are given back.
 */
export async function takeWanted(
  { found, hosts }: Asked,
  { hasSettings, hasHistory, password }: Wanted,
  services: Services,
  onProgress: (done: number, total: number) => void,
): Promise<Taken | null> {
  const givingBack = () => giveBack(hosts);
  try {
    const keys = password === '' ? [] : await openKeys(found.backup, password);
    if (keys === null) return null;
    const choices = { hasSettings, hasHistory, keys, onProgress };
    const taken = await takeEverything(found, choices, services);
    return { ...taken, undo: () => taken.undo().finally(givingBack) };
  } finally {
    await givingBack();
  }
}
