import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { type Earlier, findEarlier } from '#shared/history/find-earlier.ts';
import { historyWords } from '#shared/i18n/en/history.ts';
import { formatMoment } from '#shared/i18n/format-date.ts';
import { newRecipe } from '#shared/jobs/new-recipe.ts';
import { findIn } from '#shared/presets/preset-library.ts';
import type { Draft } from '#shared/ui/panel/draft.ts';
import type { EarlierOffer } from '#shared/ui/panel/run-bar.tsx';
import { onJobChanged } from '../../messaging.ts';
import type { LastPicture } from '../../platform/last-picture.ts';
import type { Services } from '../../platform/services.ts';
import { historyPath, openPage } from '../../platform/views/open-page.ts';
import { useBlobUrl } from '../../platform/views/use-blob-url.ts';

type Asked = { source: LastPicture | null; draft: Draft; connection: Connection | null };

/** The picture that a run of this draft would make once more, where there is one already. */
export function useEarlier({ source, draft, connection }: Asked, services: Services): EarlierOffer | null {
  const [earlier, setEarlier] = useState<Earlier | null>(null);
  const [changes, setChanges] = useState(0);
  const thumbnailUrl = useBlobUrl(services, earlier?.entry.thumbnailKey ?? null);

  useEffect(() => onJobChanged(() => setChanges((count) => count + 1)), []);
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
    onShow: () => void openPage(`${historyPath}&entry=${entry.id}`),
  };
}

async function find(
  { source, draft, connection }: Asked,
  { history, presets }: Services,
): Promise<Earlier | null> {
  if (!source || !connection) return null;
  const { presetId, prompt, strength, seed, gpu = null, fills = {} } = draft;
  const preset = findIn(await presets.load(), presetId);
  const wishes = { preset, typed: prompt, fills, strength, seed: seed ?? 0, gpu };
  const recipe = newRecipe(connection, wishes);
  return findEarlier({ ...recipe, sourceKey: source.sourceKey, seed }, history);
}
