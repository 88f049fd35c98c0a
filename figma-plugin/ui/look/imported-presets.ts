import { AppError } from '#shared/errors/app-error.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import type { Ids, KeyValueStore } from '#shared/ports.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { readPresetFile } from '#shared/presets/preset-file.ts';
import { parseSavedPreset, savedValueOf } from '#shared/presets/saved-preset.ts';
import * as z from '#shared/zod.ts';
import { keptPresetsKey } from '../../bridge/kept-presets.ts';
import { createStore, type Store } from '../platform/store.ts';

/** With their pictures about half a megabyte, of the five that Figma keeps for a plugin. */
const mostPresets = 80;

const documentSchema = z.looseObject({
  version: z.literal(1),
  presets: z.array(z.looseObject({ id: z.string() })),
});

export type PresetShelf = {
  /** The built-in presets, then those that came from files, in the order they came. */
  presets: Pick<Store<readonly Preset[]>, 'get' | 'subscribe'>;
  /**
   * Keeps the presets of a file that the extension has written; one of the same name takes the old
   * one's place. Answers how many there were. Raises `invalid-input` and `storage-full`.
   */
  importFile(text: string): Promise<number>;
  remove(id: string): Promise<void>;
};

/** Presets from files, kept on this computer; the key is the plugin's `clientStorage`. */
export async function openPresetShelf(storage: KeyValueStore, ids: Pick<Ids, 'uuid'>): Promise<PresetShelf> {
  const store = createStore<readonly Preset[]>([
    ...builtInPresets,
    ...parseDocument(await storage.get(keptPresetsKey)),
  ]);
  const imported = () => store.get().filter(({ builtIn }) => !builtIn);

  async function keep(presets: readonly Preset[]): Promise<void> {
    const kept = presets.map((preset) => ({ ...savedValueOf(preset), id: preset.id }));
    await storage.set(keptPresetsKey, { version: 1, presets: kept });
    store.set([...builtInPresets, ...presets]);
  }

  return {
    presets: store,
    async importFile(text) {
      const drafts = readPresetFile(text);
      const added = drafts.map((draft): Preset => {
        const known = imported().find(({ name }) => name === draft.name);
        return { ...draft, version: 1, builtIn: false, id: known?.id ?? `imported.${ids.uuid()}` };
      });
      const others = imported().filter(({ name }) => !added.some((one) => one.name === name));
      if (others.length + added.length > mostPresets) {
        throw new AppError('storage-full', figmaWords.look.mostPresets(mostPresets));
      }
      await keep([...others, ...added]);
      return added.length;
    },
    remove: (id) => keep(imported().filter((preset) => preset.id !== id)),
  };
}

/** Damaged ones are passed over. */
function parseDocument(stored: unknown): Preset[] {
  const parsed = documentSchema.safeParse(stored);
  return parsed.success ? parsed.data.presets.flatMap((each) => parseSavedPreset(each.id, each) ?? []) : [];
}
