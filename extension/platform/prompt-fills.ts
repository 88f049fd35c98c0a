import * as store from '#shared/presets/fill-store.ts';
import type { Fills } from '#shared/presets/placeholders.ts';
import { localStore } from './local-store.ts';

export function loadFills(): Promise<Fills> {
  return store.loadFills(localStore);
}

export function rememberFills(used: Fills, prompts: readonly string[]): Promise<void> {
  return store.rememberFills(localStore, used, prompts);
}

export function saveFills(fills: Fills): Promise<void> {
  return store.saveFills(localStore, fills);
}
