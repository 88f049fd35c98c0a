import type { Ids } from '#shared/ports.ts';
import type { Preset } from '#shared/presets/preset.ts';
import {
  markPrefix,
  type PresetLibrary,
  presetLibrary,
  presetPrefix,
} from '#shared/presets/preset-library.ts';
import { type PresetMark, parsePresetMark } from '#shared/presets/preset-mark.ts';
import { savedValueOf } from '#shared/presets/saved-preset.ts';
import type { SyncedItems } from '#shared/sync/synced-items.ts';

export type PresetDraft = Omit<Preset, 'id' | 'builtIn' | 'version'>;

export type PresetShelf = ReturnType<typeof createPresetShelf>;

/** Where a person keeps presets: made, changed and marked here, and on their other browsers. */
export function createPresetShelf(items: SyncedItems, ids: Pick<Ids, 'uuid'>) {
  async function storedValue(id: string) {
    return (await items.list()).find((entry) => entry.id === id)?.value;
  }

  async function mark(presetId: string, change: Omit<PresetMark, 'version'>): Promise<void> {
    const id = markPrefix + presetId;
    await items.put(id, { ...parsePresetMark(await storedValue(id)), ...change, version: 1 });
  }

  return {
    async load(): Promise<PresetLibrary> {
      return presetLibrary(await items.list());
    },

    /** Keeps a new preset; answers its id. */
    async create(draft: PresetDraft): Promise<string> {
      const id = presetPrefix + ids.uuid();
      await items.put(id, savedValueOf({ ...draft, version: 1 }));
      return id;
    },

    async change(id: string, draft: PresetDraft): Promise<void> {
      await items.put(id, savedValueOf({ ...draft, version: 1 }, await storedValue(id)));
    },

    /** Deletes a preset of the person's own; answers the way to have it back. */
    async remove(id: string): Promise<() => Promise<void>> {
      const value = await storedValue(id);
      await items.remove(id);
      return async () => {
        if (value) await items.put(id, value);
      };
    },

    setFavourite: (id: string, favourite: boolean) => mark(id, { favourite }),
    setHidden: (id: string, hidden: boolean) => mark(id, { hidden }),
    setOrder: (id: string, order: number) => mark(id, { order }),
  };
}
