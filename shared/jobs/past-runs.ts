import type { Job } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';

const learnFrom = 20;

/** How long the newest runs like this job's took, in seconds, the newest last. */
export async function pastRunSeconds(journal: JobJournal, { recipe }: Job): Promise<number[]> {
  const jobs = await journal.listDone(recipe, learnFrom);
  return jobs.flatMap(({ stage }) => (stage.name === 'done' ? (stage.figures.runSeconds ?? []) : []));
}
