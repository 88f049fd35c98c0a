import { AppError } from '#shared/errors/app-error.ts';
import { figmaWords } from '#shared/i18n/en/figma.ts';
import { systemClock } from '#shared/platform.ts';
import type { Ids, KeyValueStore } from '#shared/ports.ts';
import { builtInPresets } from '#shared/presets/built-in.ts';
import type { Preset } from '#shared/presets/preset.ts';
import { readPresetFile } from '#shared/presets/preset-file.ts';
import { presetLibrary, presetPrefix } from '#shared/presets/preset-library.ts';
import { parseSavedPreset, savedValueOf } from '#shared/presets/saved-preset.ts';
import { keepsOtherVersions } from '#shared/presets/sync-rules.ts';
import { canonicalJson } from '#shared/sync/canonical-json.ts';
import { applyEdit } from '#shared/sync/edit.ts';
import { entriesOf, parseEntryId } from '#shared/sync/entry.ts';
import { mergeReplicas, type Replica } from '#shared/sync/merge.ts';
import type { SyncItem, SyncValue } from '#shared/sync/sync-item.ts';
import { partTombstones } from '#shared/sync/tombstones.ts';
import * as z from '#shared/zod.ts';
import { keptPresetsKey } from '../../bridge/kept-presets.ts';
import { createStore, type Store } from '../platform/store.ts';
import { readReplica, writeReplica } from './preset-replica.ts';

/** Those from files: with their pictures about half a megabyte, of the five that Figma keeps for a plugin. */
const mostPresets = 80;

/** A browser that is told of more ends the session. */
const mostItems = 1_000;

const documentSchema = z.looseObject({
  version: z.literal(1),
  presets: z.array(z.looseObject({ id: z.string() })),
});

export type PresetShelf = {
  /** The built-in presets, then the person's own: from files, and from the paired browser. */
  presets: Pick<Store<readonly Preset[]>, 'get' | 'subscribe'>;
  /**
   * Keeps the presets of a file that the extension has written; one of the same name takes the old
   * one's place. Answers how many there were. Raises `invalid-input` and `storage-full`.
   */
  importFile(text: string): Promise<number>;
  remove(id: string): Promise<void>;
  /** What a paired browser is told of them: the same list for as long as nothing has changed. */
  items(): readonly SyncItem[];
  /** Whether it is one of these, or was one until it was taken away. */
  knows(id: string): boolean;
  /** Takes in what the browser answered. What was changed here meanwhile stays. Raises `storage-full`. */
  meet(items: readonly SyncItem[]): Promise<void>;
};

type Change = readonly [id: string, value: SyncValue | null];

/** A person's presets, kept on this computer in the plugin's `clientStorage`. */
export async function openPresetShelf(storage: KeyValueStore, ids: Pick<Ids, 'uuid'>): Promise<PresetShelf> {
  const { deviceId, items } = await readReplica(storage, ids);
  let kept = canonicalJson([...items.values()]);
  let replica = items.size > 0 ? items : edited(items, await readDocument(storage));
  let told = [...replica.values()];
  const store = createStore<readonly Preset[]>([...builtInPresets, ...ownIn(replica)]);
  let turn: Promise<unknown> = Promise.resolve();

  function edited(before: Replica, changes: readonly Change[]): Replica {
    const nowMs = systemClock.nowMs();
    return changes.reduce(
      (all, [entryId, value]) => applyEdit(all, { entryId, value, deviceId, nowMs }, keepsOtherVersions),
      before,
    );
  }

  async function write(next: Replica): Promise<void> {
    const items = [...next.values()];
    const text = canonicalJson(items);
    if (text === kept) return;
    if (next.size > Math.max(mostItems, replica.size))
      throw new AppError('storage-full', figmaWords.look.mostPresets(mostItems));
    const presets = ownIn(next);
    await writeReplica(storage, { deviceId, items: next });
    const named = presets.map((preset) => ({ ...savedValueOf(preset), id: preset.id }));
    await storage.set(keptPresetsKey, { version: 1, presets: named });
    [replica, told, kept] = [next, items, text];
    store.set([...builtInPresets, ...presets]);
  }

  /** One after the other; where there is no room for it, nothing has changed. */
  function keep(change: (before: Replica) => Replica): Promise<void> {
    const written = turn.then(() => write(partTombstones(change(replica), systemClock.nowMs()).kept));
    turn = written.catch(() => {});
    return written;
  }

  return {
    presets: store,
    async importFile(text) {
      const drafts = readPresetFile(text);
      const own = ownIn(replica);
      const changes = drafts.map((draft): Change => {
        const known = own.find(({ name }) => name === draft.name);
        return [known?.id ?? presetPrefix + ids.uuid(), savedValueOf({ ...draft, version: 1 })];
      });
      const added = changes.filter(([changed]) => !own.some(({ id }) => id === changed));
      const madeHere = own.filter(({ id }) => (replica.get(itemOf(id))?.seen[deviceId] ?? 0) > 0);
      if (added.length > 0 && madeHere.length + added.length > mostPresets)
        throw new AppError('storage-full', figmaWords.look.mostPresets(mostPresets));
      await keep((before) => edited(before, changes));
      return drafts.length;
    },
    remove: (id) => keep((before) => edited(before, [[id, null]])),
    items: () => told,
    knows: (id) => replica.has(itemOf(id)),
    meet: (theirs) => keep((before) => mergeReplicas(before, theirs)),
  };
}

const itemOf = (entryId: string) => parseEntryId(entryId).itemId;

/** Those to choose from, in the person's order. */
function ownIn(replica: Replica): Preset[] {
  const { shown } = presetLibrary([...replica.values()].flatMap(entriesOf));
  return shown.filter(({ builtIn }) => !builtIn);
}

/** The presets as they were kept before they had a past. Damaged ones are passed over. */
async function readDocument(storage: KeyValueStore): Promise<Change[]> {
  const parsed = documentSchema.safeParse(await storage.get(keptPresetsKey));
  const stored = parsed.success ? parsed.data.presets : [];
  return stored.flatMap(({ id, ...value }): Change[] =>
    parseSavedPreset(id, value) ? [[presetPrefix + id, value]] : [],
  );
}
