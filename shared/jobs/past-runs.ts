import type { Job } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';

const learnFrom = 20;
/** Fewer runs on another GPU tell less than many on the usual one. */
const enough = 3;

/** How long the newest runs like this job's took, in seconds, the newest last. */
export async function pastRunSeconds(journal: JobJournal, { recipe }: Job): Promise<number[]> {
  const like = await journal.listDone(recipe, learnFrom);
  const onSameGpu = secondsOf(like.filter(({ recipe: other }) => other.gpu === recipe.gpu));
  return onSameGpu.length >= enough ? onSameGpu : secondsOf(like);
}

function secondsOf(jobs: readonly Job[]): number[] {
  return jobs.flatMap(({ stage }) => (stage.name === 'done' ? (stage.figures.runSeconds ?? []) : []));
}
