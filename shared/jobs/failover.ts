import type { Connection } from '#shared/connection/connection.ts';
import type { Job, StageName } from '#shared/jobs/job.ts';

/** Stages in which nothing has been asked of an engine that could cost money. */
const unpaid: readonly StageName[] = ['created', 'preparing', 'uploading', 'uploaded'];

/** Whether a failed job may be given to another engine: never while a run of it may exist. */
export function canMove({ stage }: Job): boolean {
  if (stage.name !== 'failed' || stage.runId !== null) return false;
  return stage.retryFrom === null || unpaid.includes(stage.retryFrom.name);
}

/** The engine to offer for a job that its own engine could not do: the next of the person's list. */
export function nextEngine(job: Job, connections: readonly Connection[]): Connection | null {
  if (!canMove(job)) return null;
  const own = connections.findIndex(({ engine }) => engine === job.recipe.engine);
  const others = [...connections.slice(own + 1), ...connections.slice(0, Math.max(own, 0))];
  return others[0] ?? null;
}
