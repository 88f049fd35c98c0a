import { useEffect, useState } from 'preact/hooks';
import type { Connection } from '#shared/connection/connection.ts';
import { canBeUsed } from '#shared/engines/health.ts';
import { failoverWords } from '#shared/i18n/en/failover.ts';
import { healthWords } from '#shared/i18n/en/health.ts';
import { describeHealth } from '#shared/i18n/health-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { Button } from '#shared/ui/controls/button.tsx';
import { ask } from '../../messaging.ts';
import { useHealth } from '../../platform/views/use-health.ts';
import styles from './failover-offer.module.css';

type FailoverOfferProps = { job: Job; others: readonly Connection[] };

/**
 * Another engine for a job its own could not do, by a button that says what changes. The first of the
 * list that can be used; where none can, the last one with what is wrong with it.
 */
export function FailoverOffer({ job, others }: FailoverOfferProps) {
  const [passedOver, setPassedOver] = useState(0);
  const connection = others[Math.min(passedOver, others.length - 1)];
  if (!connection) return null;
  const isLast = passedOver >= others.length - 1;
  const passOver = isLast ? null : () => setPassedOver(passedOver + 1);
  return <Offer key={connection.engine} {...{ job, connection, passOver }} />;
}

type OfferProps = Pick<FailoverOfferProps, 'job'> & {
  connection: Connection;
  /** Goes on to the next engine; `null` where there is none. */
  passOver: (() => void) | null;
};

function Offer({ job, connection, passOver }: OfferProps) {
  const { health } = useHealth(connection);
  const { engine, description } = connection;
  const isPassedOver = health !== null && !canBeUsed(health) && passOver !== null;
  useEffect(() => {
    if (isPassedOver) passOver();
  }, [isPassedOver]);
  return (
    <div class={styles.offer}>
      <p class={styles.changes}>
        {failoverWords.changes[engine]}{' '}
        <span role="status">
          {health ? describeHealth(health, engine, health.sinceMs) : healthWords.checking}
        </span>
      </p>
      <Button onClick={() => void ask('jobs.useEngine', { jobId: job.id, engine })}>
        {failoverWords.button(description.name)}
      </Button>
    </div>
  );
}
