import type { Job } from '#shared/jobs/job.ts';
import { createPageAgent } from './agent-client.ts';
import type { Click } from './click.ts';

/** Lays a job's overlay over the clicked picture, where it was closed or never was. */
export async function showJob(jobId: string, { place, pictureUrl }: Click): Promise<void> {
  const agent = createPageAgent(place);
  if (await agent.enter()) await agent.claim(jobId, pictureUrl, true);
}

/** The same was begun elsewhere, in a panel or on another page: that job is shown instead of a new one. */
export async function giveWay(job: Job, click: Click, openPanel: () => Promise<void>): Promise<void> {
  if (job.context.tabId === click.place.tabId) return showJob(job.id, click);
  await createPageAgent(click.place).remove(click.jobId);
  await openPanel();
}
