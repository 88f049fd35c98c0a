import { browser } from 'wxt/browser';
import { hostPatternOf } from '#shared/connection/host-pattern.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import { ask } from '../../messaging.ts';

/**
 * Asks for the host a job needs and goes on with it. Call it as the first statement of a click's
 * handler: after any wait the browser no longer sees a person's click and refuses to ask.
 */
export async function allowHost(job: Job, error: ErrorData): Promise<void> {
  const isAllowed = await browser.permissions.request({ origins: [patternFor(job, error)] });
  if (isAllowed) await ask('jobs.retry', { jobId: job.id });
}

function patternFor(job: Job, { host }: ErrorData): string {
  const { pictureUrl } = job.context;
  const isThePicture = pictureUrl !== undefined && URL.parse(pictureUrl)?.hostname === host;
  return isThePicture ? hostPatternOf(pictureUrl) : `*://${host}/*`;
}

/** Asks for a host and does what needed it; the same holds for the first statement. */
export async function allowing(host: string, act: () => Promise<unknown>): Promise<void> {
  if (await browser.permissions.request({ origins: [`*://${host}/*`] })) await act();
}
