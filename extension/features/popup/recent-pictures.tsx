import type { Connection } from '#shared/connection/connection.ts';
import { popupWords } from '#shared/i18n/en/popup.ts';
import { otherEngines } from '#shared/jobs/failover.ts';
import { useEndedJobs } from '#shared/ui/jobs/use-ended-jobs.ts';
import text from '#shared/ui/text.module.css';
import type { Services } from '../../platform/services.ts';
import { historyPath, openPage } from '../../platform/views/open-page.ts';
import { ComparisonCard } from './comparison-card.tsx';
import { gatherComparisons } from './comparisons.ts';
import { RecentJob } from './recent-job.tsx';
import styles from './recent-pictures.module.css';
import type { useRecentJobs } from './use-recent-jobs.ts';
import type { ShownOnPage } from './use-shown.ts';

type RecentPicturesProps = {
  recent: ReturnType<typeof useRecentJobs>;
  services: Services;
  connections: readonly Connection[];
  /** What a run by the first connection costs, in words. */
  price: string | null;
  shown: ShownOnPage;
};

/** The newest jobs, and the way to all others. */
export function RecentPictures({ recent, services, connections, price, shown }: RecentPicturesProps) {
  const { jobs, refresh } = recent;
  const news = useEndedJobs(jobs);
  // One offer at a time: each asks its engine how it is doing.
  const movable = jobs.find(
    (job) => job.context.comparisonId === undefined && otherEngines(job, connections).length > 0,
  );
  const entries = gatherComparisons(jobs);
  return (
    <section class={styles.recent} aria-labelledby="recent" hidden={entries.length === 0}>
      <header class={styles.head}>
        <h2 id="recent">{popupWords.recent}</h2>
        <button type="button" class={styles.all} onClick={() => void openPage(historyPath)}>
          {popupWords.allRecent}
        </button>
      </header>
      <p class={text.heard} role="status">
        {news}
      </p>
      <div class={styles.jobs}>
        {entries.map((entry, at) =>
          'jobs' in entry ? (
            <ComparisonCard
              key={entry.comparisonId}
              jobs={entry.jobs}
              services={services}
              onDismissed={refresh}
            />
          ) : (
            <RecentJob
              key={entry.id}
              job={entry}
              isNewest={at === 0}
              price={entry.recipe.engine === connections[0]?.engine ? price : null}
              services={services}
              others={entry === movable ? otherEngines(entry, connections) : []}
              onDismissed={refresh}
              shown={shown}
            />
          ),
        )}
      </div>
    </section>
  );
}
