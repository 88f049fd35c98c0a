import { createPoller } from '#shared/engines/polling/poller.ts';
import { createBeginning } from '#shared/jobs/beginning.ts';
import type { RunnerDeps } from '#shared/jobs/drive.ts';
import { createHands } from '#shared/jobs/hands.ts';
import { canHappen } from '#shared/jobs/transitions.ts';

/** Without a poller of its own a runner gets one that listens to no hints. */
export type RunnerPorts = Omit<RunnerDeps, 'poller'> & Partial<Pick<RunnerDeps, 'poller'>>;

export type JobRunner = ReturnType<typeof createJobRunner>;

/**
 * The one runner of a surface. Every job is written down before anything is sent, and `resume`
 * takes up what an earlier life of this surface left unfinished; it may be called at any time.
 */
export function createJobRunner(ports: RunnerPorts) {
  const deps: RunnerDeps = { poller: createPoller(ports), ...ports };
  const hands = createHands(deps);

  return {
    ...createBeginning(deps, hands),

    /** The jobs that are being worked on, as they stand. */
    inHand: hands.jobs,

    /** Takes up every unfinished job and lets waiting ones try again at once. */
    async resume(): Promise<void> {
      for (const job of await deps.journal.listUnfinished()) if (!hands.hasEnded(job.id)) hands.take(job);
      hands.nudgeAll();
    },

    /** Asks for a job's end. What was already charged stays charged; the job says what came of it. */
    async cancel(jobId: string): Promise<void> {
      if (!hands.get(jobId)) {
        const job = await deps.journal.get(jobId);
        if (job) hands.take(job);
      }
      // Whoever has taken the job meanwhile, it is changed through its one drive or not at all.
      const drive = hands.get(jobId);
      if (!drive || !canHappen(drive.job, 'cancel-requested')) return;
      await drive.record({ type: 'cancel-requested' });
      drive.nudge();
    },
  };
}
