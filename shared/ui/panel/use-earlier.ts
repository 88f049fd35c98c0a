import { useEffect, useState } from 'preact/hooks';
import type { LastPicture } from '#shared/capture/last-picture.ts';
import type { Connection } from '#shared/connection/connection.ts';
import { type Earlier, findEarlier } from '#shared/history/find-earlier.ts';
import type { HistoryStore } from '#shared/history/history-store.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import type { BlobStore } from '#shared/ports.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import type { PresetShelf } from '#shared/presets/preset-shelf.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import type { EarlierOffer } from '#shared/ui/panel/run-bar.tsx';
import { useBlobUrl } from '#shared/ui/pictures/use-blob-url.ts';

type Asked = { source: LastPicture | null; draft: Draft; connection: Connection | null };

type Shelves = {
  blobs: Pick<BlobStore, 'get'>;
  history: Pick<HistoryStore, 'findByRecipe'>;
  presets: Pick<PresetShelf, 'load'>;
};

export type EarlierPorts = {
  /** Calls back when a job has changed; answers the way to stop. */
  onJobChanged(callback: () => void): () => void;
  /** Shows an earlier picture, by its entry's id. */
  show(entryId: string): void;
};

/** The picture that a run of this draft would make once more, where there is one already. */
export function useEarlier(
  { source, draft, connection }: Asked,
  services: Shelves,
  { onJobChanged, show }: EarlierPorts,
): EarlierOffer | null {
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [changes, setChanges] = useState(0);
  const thumbnailUrl = useBlobUrl(services, earlier?.entry.thumbnailKey ?? null);

  useEffect(() => onJobChanged(() => setChanges((count) => count + 1)), [onJobChanged]);
  useEffect(() => {
    let isAsked = true;
    void find({ source, draft, connection }, services).then((found) => isAsked && setEarlier(found));
    return () => {
      isAsked = false;
    };
  }, [source, draft, connection, changes, services]);

  if (!earlier) return null;
  const { match, entry } = earlier;
  const when = formatMoment(entry.endedAtMs);
  return {
    match,
    note: match === 'same' ? historyWords.earlier.sameNote(when) : historyWords.earlier.likeNote(when),
    thumbnailUrl,
    onShow: () => show(entry.id),
  };
}

async function find(
  { source, draft, connection }: Asked,
  { history, presets }: Shelves,
): Promise<Earlier | null> {
  if (!source || !connection) return null;
  const { presetId, prompt, strength, seed, inputs, gpu = null, fills = {} } = draft;
  const preset = findIn(await presets.load(), presetId);
  const wishes = { preset, typed: prompt, fills, strength, seed: seed ?? 0, inputs, gpu };
  const recipe = newRecipe(connection, wishes);
  return findEarlier({ ...recipe, sourceKey: source.sourceKey, seed }, history);
}
