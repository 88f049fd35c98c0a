import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { type PresetLibrary, presetLibrary } from '#shared/presets/preset-library.ts';
import { replicaKey } from '#shared/sync/replica-store.ts';
import type { Services } from '../services.ts';

/** The person's presets, and always the newest; the built-in ones until they are read. */
export function usePresets({ presets }: Pick<Services, 'presets'>): PresetLibrary {
  const [library, setLibrary] = useState(() => presetLibrary([]));
  useEffect(() => {
    const look = () => void presets.load().then(setLibrary);
    const onChanged = (changes: Record<string, unknown>) => replicaKey in changes && look();
    look();
    browser.storage.local.onChanged.addListener(onChanged);
    return () => browser.storage.local.onChanged.removeListener(onChanged);
  }, [presets]);
  return library;
}
