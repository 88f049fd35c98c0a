import { useCallback, useEffect, useState } from 'preact/hooks';
import type { Job } from '#shared/jobs/job.ts';
import { runOffer } from '#shared/ui/panel/run-offer.ts';
import { useConnection } from '../connection/use-connection.ts';
import { WorkflowChoice } from '../connection/workflow-choice.tsx';
import type { Desk } from '../jobs/desk.ts';
import { Recent } from '../jobs/recent.tsx';
import { ResultDialog } from '../jobs/result-dialog.tsx';
import { useJobs } from '../jobs/use-jobs.ts';
import { StudioPanel } from '../panel/studio-panel.tsx';
import type { Services } from '../platform/services.ts';
import { Notices } from './notices.tsx';

/** The panel, and below it what came of it. */
export function Studio({ services, desk }: { services: Services; desk: Desk }) {
  const [opened, setOpened] = useState<Job | null>(null);
  const [from, setFrom] = useState<Job | null>(null);
  const connection = useConnection(services);
  const { jobs, showMore } = useJobs(services);
  useEffect(() => desk.begin(), [desk]);

  const { offered } = connection;
  const chosen = offered?.chosen ?? null;
  const show = useCallback((jobId: string) => void services.journal.get(jobId).then(setOpened), [services]);
  const startOver = (job: Job) => {
    setFrom({ ...job });
    scrollTo({ top: 0 });
  };
  const each = { services, desk, onSettings: connection.settle };
  return (
    <>
      <Notices connection={connection} isNew={jobs.length === 0} />
      <StudioPanel
        key={from && `${from.id} ${from.updatedAtMs}`}
        {...each}
        connection={chosen}
        choice={offered && <WorkflowChoice offered={offered} onChoose={connection.choose} />}
        jobs={jobs}
        from={from}
        onShow={show}
      />
      <Recent
        {...each}
        jobs={jobs}
        showMore={showMore}
        price={runOffer(chosen, jobs).price}
        onOpen={(job) => show(job.servedFrom?.jobId ?? job.id)}
        onStartOver={startOver}
      />
      {opened && (
        <ResultDialog key={opened.id} job={opened} services={services} onClose={() => setOpened(null)} />
      )}
    </>
  );
}
