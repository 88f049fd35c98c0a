import { isFinished, type Job, type Recipe } from '#shared/jobs/job.ts';

/** What a workflow is known by. */
export type Deployment = Pick<Recipe, 'engine' | 'deploymentId'>;

/** Where jobs are written down. `put` resolves only when the job would survive a crash. */
export type JobJournal = {
  put(job: Job): Promise<void>;
  get(id: string): Promise<Job | null>;
  list(): Promise<Job[]>;
  /** The jobs that have not ended, however many others there are. */
  listUnfinished(): Promise<Job[]>;
  /** The newest jobs of a deployment that made a picture, at most `limit`, the newest last. */
  listDone(deployment: Deployment, limit: number): Promise<Job[]>;
  delete(id: string): Promise<void>;
};

type Lists = Pick<JobJournal, 'listUnfinished' | 'listDone'>;

/** The lists of a journal that has no index, by looking at every job; for journals kept small. */
export function listsOf(list: () => Promise<readonly Job[]>): Lists {
  return {
    listUnfinished: async () => (await list()).filter((job) => !isFinished(job)),
    async listDone({ engine, deploymentId }, limit) {
      const isMeant = ({ recipe, stage, servedFrom }: Job) =>
        stage.name === 'done' &&
        !servedFrom &&
        recipe.engine === engine &&
        recipe.deploymentId === deploymentId;
      return (await list()).filter(isMeant).sort(oldestDoneFirst).slice(-limit);
    },
  };
}

function oldestDoneFirst(a: Job, b: Job): number {
  return (a.enteredAtMs.done ?? 0) - (b.enteredAtMs.done ?? 0);
}
