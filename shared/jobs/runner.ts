import { createPoller } from '#shared/engines/polling/poller.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import type { RunnerDeps } from '#shared/jobs/drive.ts';
import { createHands } from '#shared/jobs/hands.ts';
import { isFinished, type Job, type JobContext, type Recipe } from '#shared/jobs/job.ts';
import { handedOverJob, jobFrom, refused, retriedJob } from '#shared/jobs/made-job.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import { createOneAtATime } from '#shared/jobs/one-at-a-time.ts';
import { canHappen } from '#shared/jobs/transitions.ts';
import type { BlobKey, StoredBlob } from '#shared/ports.ts';

/** A picture whose header was read when it was put into the blob store. */
export type StoredPicture = { key: BlobKey; widthPx: number; heightPx: number };

export type JobRequest = {
  /** Chosen by the surface when it shows the job before its picture is read. */
  id?: string;
  source: StoredBlob | StoredPicture;
  recipe: Omit<Recipe, 'sourceKey'>;
  /** Width and height may be left out: they are read from the picture. */
  context: Omit<JobContext, 'widthPx' | 'heightPx'>;
};

/** Source key of a job whose picture was never read. */
export const noSource = '';

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
  const starting = new Map<string, Promise<Job>>();
  const oneAtATime = createOneAtATime();

  async function begin(request: JobRequest & { id: string }): Promise<Job> {
    const known = hands.get(request.id)?.job ?? (await deps.journal.get(request.id));
    if (known && !isFinished(known)) {
      hands.take(known);
      return known;
    }
    const job = await jobFrom(request, deps);
    await writeDown(job, deps);
    hands.take(job);
    return job;
  }

  /** Takes up an ended job as `change` makes it. */
  async function beginAgain(jobId: string, change: (job: Job) => Job | null): Promise<void> {
    const job = await deps.journal.get(jobId);
    const again = job && !hands.has(jobId) ? change(job) : null;
    if (!again) return;
    await writeDown(again, deps);
    hands.take(again);
  }

  return {
    /** The jobs that are being worked on, as they stand. */
    inHand: hands.jobs,

    /**
     * Starts a job, once: asked again for a job that is on its way, it answers that one. A picture that
     * cannot be read makes a failed job, so that it is seen and said.
     */
    start(request: JobRequest): Promise<Job> {
      const id = request.id ?? deps.ids.uuid();
      const underWay = starting.get(id);
      if (underWay) return underWay;
      const job = begin({ ...request, id }).finally(() => starting.delete(id));
      starting.set(id, job);
      return job;
    },

    /** Writes down a job that could not begin, so that its reason is seen and it can be begun again. */
    async refuse({ id, recipe, context }: Omit<JobRequest, 'source'>, error: ErrorData): Promise<Job> {
      const whole = { ...context, widthPx: 0, heightPx: 0 };
      const job = refused(newJob({ ...recipe, sourceKey: noSource }, whole, deps, id), error, deps);
      await writeDown(job, deps);
      return job;
    },

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

    /** Continues a failed job where that costs nothing; starts it afresh where its run has ended. */
    retry: (jobId: string) => oneAtATime(jobId, () => beginAgain(jobId, (job) => retriedJob(job, deps))),

    /** Gives a failed job to another engine; one of which a run may exist stays where it is. */
    handOver: (jobId: string, recipe: Omit<Recipe, 'sourceKey'>) =>
      oneAtATime(jobId, () => beginAgain(jobId, (job) => handedOverJob(job, recipe, deps))),
  };
}

async function writeDown(job: Job, { journal, onChange }: RunnerDeps): Promise<void> {
  await journal.put(job);
  onChange?.(job);
}
