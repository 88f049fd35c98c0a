import type { Connection } from '#shared/connection/connection.ts';
import { failoverWords } from '#shared/i18n/en/failover.ts';
import type { Job } from '#shared/jobs/job.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { ask } from '../../messaging.ts';
import styles from './failover-offer.module.css';

/** Another engine for a job its own could not do, by a button that says what changes. Never by itself. */
export function FailoverOffer({ job, connection }: { job: Job; connection: Connection }) {
  const { engine, description } = connection;
  return (
    <div class={styles.offer}>
      <p class={styles.changes}>{failoverWords.changes[engine]}</p>
      <Button onClick={() => void ask('jobs.useEngine', { jobId: job.id, engine })}>
        {failoverWords.button(description.name)}
      </Button>
    </div>
  );
}
