import { useEffect, useMemo, useState } from 'preact/hooks';
import type { HistoryEntry } from '#shared/history/entry.ts';
import { sharingWords as words } from '#shared/i18n/en/sharing.ts';
import { mostShared } from '#shared/web/share-files.ts';
import type { Services } from '../../platform/services.ts';
import { createSharer } from '../../platform/views/share-results.ts';

/** Hands the results of several entries on together, and what came of it for as long as the same ones are chosen. */
export function useShareSelected(selected: readonly HistoryEntry[], services: Services) {
  const share = useMemo(() => createSharer(services), [services]);
  const [said, setSaid] = useState<string | null>(null);
  const ids = selected.flatMap(({ id, result }) => (result ? [id] : []));
  useEffect(() => setSaid(null), [ids.join()]);

  const shareAll = async () => {
    if (ids.length > mostShared) return words.tooMany(mostShared);
    const jobs = await Promise.all(ids.map((id) => services.journal.get(id)));
    return share(jobs.filter((job) => job !== null));
  };
  return {
    said,
    share: () =>
      shareAll()
        .catch(() => words.refused)
        .then(setSaid),
  };
}
