import { useCallback, useEffect, useState } from 'preact/hooks';
import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import type { Job } from '#shared/jobs/job.ts';
import { FavouriteButton } from '#shared/ui/history/favourite-button.tsx';
import { StarRating } from '#shared/ui/history/star-rating.tsx';
import { onJobChanged, tellJobChanged } from '../../messaging.ts';
import type { Services } from '../../platform/services.ts';
import { SavePresetButton } from '../../platform/views/save-preset-button.tsx';
import styles from './recent-marks.module.css';

/** Favourite and stars of a finished picture, once its entry is written; nothing before. */
export function RecentMarks({ job, services }: { job: Job; services: Services }) {
  const { history } = services;
  const id = job.servedFrom?.jobId ?? job.id;
  const [entry, setEntry] = useState<HistoryEntry | null>(null);
  const look = useCallback(() => void history.get(id).then(setEntry), [history, id]);
  useEffect(() => {
    look();
    return onJobChanged((changedId) => changedId === id && look());
  }, [look, id]);

  if (!entry) return null;
  const mark = async (change: Partial<Marks>) => {
    setEntry(await history.mark(id, () => change));
    tellJobChanged(id);
  };
  return (
    <div class={styles.marks}>
      <FavouriteButton favourite={entry.favourite} onFavourite={(favourite) => void mark({ favourite })} />
      <SavePresetButton job={job} services={services} />
      <StarRating rating={entry.rating} onRate={(rating) => void mark({ rating })} />
    </div>
  );
}
