import { type ErrorData, toErrorData } from '#shared/errors/app-error.ts';
import { readPictureHeader } from '#shared/images/header.ts';
import { advanceToEnd } from '#shared/jobs/advance.ts';
import { createDrive, type Drive, type RunnerDeps } from '#shared/jobs/drive.ts';
import { isFinished, type Job, type JobContext, type Recipe } from '#shared/jobs/job.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import { canHappen, transition } from '#shared/jobs/transitions.ts';
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

export type JobRunner = ReturnType<typeof createJobRunner>;

/**
 * The one runner of a surface. Every job is written down before anything is sent, and `resume`
 * takes up what an earlier life of this surface left unfinished; it may be called at any time.
 */
export function createJobRunner(deps: RunnerDeps) {
  const drives = new Map<string, Drive>();
  const starting = new Map<string, Promise<Job>>();
  const retrying = new Set<string>();

  function take(job: Job): void {
    if (isInHand(drives.get(job.id)) || isFinished(job)) return;
    const drive = createDrive(job, deps);
    drives.set(job.id, drive);
    deps.onActivity?.(drives.size);
    const letGo = () => {
      if (drives.get(job.id) === drive) drives.delete(job.id);
      deps.onActivity?.(drives.size);
    };
    // What could not be written down stays as the journal has it, and the next resume takes it up.
    void advanceToEnd(drive, deps).then(letGo, letGo);
  }

  async function begin(request: JobRequest & { id: string }): Promise<Job> {
    const known = drives.get(request.id)?.job ?? (await deps.journal.get(request.id));
    if (known && !isFinished(known)) {
      take(known);
      return known;
    }
    const job = await jobFrom(request, deps);
    await write(job);
    take(job);
    return job;
  }

  async function write(job: Job): Promise<void> {
    await deps.journal.put(job);
    deps.onChange?.(job);
  }

  return {
    /** The jobs that are being worked on, as they stand. */
    inHand(): Job[] {
      return [...drives.values()].map(({ job }) => job).filter((job) => !isFinished(job));
    },

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
      await write(job);
      return job;
    },

    /** Takes up every unfinished job and lets waiting ones try again at once. */
    async resume(): Promise<void> {
      for (const job of await deps.journal.list()) take(job);
      for (const drive of drives.values()) drive.nudge();
    },

    /** Asks for a job's end. What was already charged stays charged; the job says what came of it. */
    async cancel(jobId: string): Promise<void> {
      if (!drives.has(jobId)) {
        const job = await deps.journal.get(jobId);
        if (job) take(job);
      }
      // Whoever has taken the job meanwhile, it is changed through its one drive or not at all.
      const drive = drives.get(jobId);
      if (!drive || !canHappen(drive.job, 'cancel-requested')) return;
      await drive.record({ type: 'cancel-requested' });
      drive.nudge();
    },

    /** Continues a failed job where that costs nothing; starts it afresh where its run has ended. */
    async retry(jobId: string): Promise<void> {
      if (retrying.has(jobId)) return;
      retrying.add(jobId);
      try {
        const job = await deps.journal.get(jobId);
        if (!job || isInHand(drives.get(jobId)) || !canHappen(job, 'retried')) return;
        const again = retriedJob(job, deps);
        await write(again);
        take(again);
      } finally {
        retrying.delete(jobId);
      }
    },
  };
}

/** A drive that has reached its end is about to be let go, and holds nobody up. */
function isInHand(drive: Drive | undefined): boolean {
  return drive !== undefined && !isFinished(drive.job);
}

/** A request as a job: failed from the start where its picture cannot be read. */
async function jobFrom({ id, source, recipe, context }: JobRequest, deps: RunnerDeps): Promise<Job> {
  const { key: sourceKey, widthPx, heightPx, error } = await stored(source, deps);
  const created = newJob({ ...recipe, sourceKey }, { ...context, widthPx, heightPx }, deps, id);
  return error ? refused(created, error, deps) : created;
}

async function stored(
  source: JobRequest['source'],
  { blobs }: RunnerDeps,
): Promise<StoredPicture & { error?: ErrorData }> {
  if ('key' in source) return source;
  const header = headerOf(source);
  const key = await blobs.put(source);
  return 'error' in header ? { key, widthPx: 0, heightPx: 0, ...header } : { ...header, key };
}

/** Where its run has ended or never was, a job gets a new nonce: the next run is another one. */
function retriedJob(job: Job, { clock, ids }: RunnerDeps): Job {
  const startsAfresh = job.stage.name !== 'failed' || job.stage.retryFrom === null;
  const retried = transition(job, { type: 'retried' }, clock.nowMs());
  return startsAfresh ? { ...retried, nonce: ids.uuid() } : retried;
}

function refused(job: Job, error: ErrorData, { clock }: RunnerDeps): Job {
  return transition(job, { type: 'failed', error, retryFrom: null }, clock.nowMs());
}

function headerOf(source: StoredBlob): { widthPx: number; heightPx: number } | { error: ErrorData } {
  try {
    return readPictureHeader(source.bytes);
  } catch (error) {
    return { error: toErrorData(error) };
  }
}
