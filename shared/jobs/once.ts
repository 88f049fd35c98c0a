import { isFinished, type Job, type Recipe } from '#shared/jobs/job.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import type { Clock } from '#shared/ports.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';

/** A second press this soon is the same press, even where the first has its result already. */
const onePressMs = 1_500;

/** What a person asks for. A seed that nobody chose does not make it another wish. */
export type Wish = { recipe: Recipe; isSeedRandom: boolean };

/**
 * The job that grants a wish already: an equal one on its way, or one begun a moment ago. `null`
 * where the wish is a new one.
 */
export function jobFor(wish: Wish, jobs: readonly Job[], nowMs: number): Job | null {
  return jobs.find((job) => isOnItsWay(job, nowMs) && isSameWish(wish, job.recipe)) ?? null;
}

/** Whether a press now would be the same as the one that began this job. */
export function isOnItsWay(job: Job, nowMs: number): boolean {
  const isFresh = Math.abs(nowMs - job.createdAtMs) < onePressMs;
  return !isFinished(job) || (job.stage.name === 'done' && isFresh);
}

function isSameWish({ recipe, isSeedRandom }: Wish, other: Recipe): boolean {
  return decisive(recipe, isSeedRandom) === decisive(other, isSeedRandom);
}

/** All that decides a picture, in one order. */
function decisive(recipe: Recipe, withoutSeed: boolean): string {
  const { sourceKey, engine, deploymentId, presetId, prompt, strength, seed, inputs } = recipe;
  const sorted = Object.entries(inputs).sort(([one], [other]) => (one < other ? -1 : 1));
  const chosenSeed = withoutSeed ? null : seed;
  return JSON.stringify([sourceKey, engine, deploymentId, presetId, prompt, strength, chosenSeed, sorted]);
}

export type OnceRequest = JobRequest & {
  isSeedRandom: boolean;
  /** The job it is asked for beside, which is no answer to it. */
  besides?: string;
  /** The person means another picture of the same: a modifier key, a button that says "again". */
  again: boolean;
};

/** More than end within the moment in which a press counts as the same. */
const justEnded = 8;

export type StartOnce = (request: OnceRequest) => Promise<Job>;

/**
 * Starts a job for a wish, once: double clicks, two menus, two windows get the job of the first. One
 * request is decided at a time, so that two of the same moment see each other.
 */
export function createStartOnce(
  runner: Pick<JobRunner, 'start'>,
  { journal, clock }: { journal: JobJournal; clock: Clock },
): StartOnce {
  let previous: Promise<unknown> = Promise.resolve();

  /** Those on their way, and those that may have ended a moment ago. What a batch holds back answers nobody. */
  async function candidates(recipe: Pick<Recipe, 'engine' | 'deploymentId'>): Promise<Job[]> {
    return [...(await journal.listUnfinished()), ...(await journal.listDone(recipe, justEnded))];
  }

  async function decide({ isSeedRandom, again, besides, ...request }: OnceRequest): Promise<Job> {
    const { source } = request;
    const sourceKey = 'key' in source ? source.key : await blobKeyOf(source.bytes);
    const wish = { recipe: { ...request.recipe, sourceKey }, isSeedRandom };
    const others = (await candidates(request.recipe)).filter(
      ({ id, context }) => id !== besides && context.batchId === undefined,
    );
    const known = again ? null : jobFor(wish, others, clock.nowMs());
    return known ?? runner.start(request);
  }

  return (request) => {
    const mine = previous.then(() => decide(request));
    previous = mine.catch(() => {});
    return mine;
  };
}
