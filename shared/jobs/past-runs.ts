import type { Job } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';

const learnFrom = 20;

/** How long the newest runs like this job's took, in seconds, the newest last. */
export async function pastRunSeconds(journal: JobJournal, { recipe }: Job): Promise<number[]> {
  const jobs = await journal.list();
  return jobs
    .filter((job) => job.recipe.engine === recipe.engine && job.recipe.deploymentId === recipe.deploymentId)
    .flatMap(({ stage }) => (stage.name === 'done' ? (stage.figures.runSeconds ?? []) : []))
    .slice(-learnFrom);
}
