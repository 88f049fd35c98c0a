import type { ErrorData } from '#shared/errors/app-error.ts';
import type { RunnerDeps } from '#shared/jobs/drive.ts';
import type { Hands } from '#shared/jobs/hands.ts';
import { isFinished, type Job, type Recipe } from '#shared/jobs/job.ts';
import { type JobRequest, noSource } from '#shared/jobs/job-request.ts';
import { handedOverJob, jobFrom, refused, retriedJob } from '#shared/jobs/made-job.ts';
import { newJob } from '#shared/jobs/new-job.ts';
import { createOneAtATime } from '#shared/jobs/one-at-a-time.ts';

/** How a job begins, or begins again: it is written down first, and only then taken in hand. */
export function createBeginning(deps: RunnerDeps, hands: Hands) {
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
