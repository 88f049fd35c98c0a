import { browser } from 'wxt/browser';
import type { ErrorData } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import { ask } from '../../messaging.ts';
import { openPage, panelPath } from './open-page.ts';

/** Frames on pages cannot ask in Firefox: there the panel does, which shows the job with the same button. */
export const canAskForHosts = browser.permissions !== undefined;

/**
 * Asks for the host a job needs and goes on with it. Call it as the first statement of a click's
 * handler: after any wait the browser no longer sees a person's click and refuses to ask.
 */
export function allowHost(job: Job, { host = '' }: ErrorData): Promise<void> {
  if (!canAskForHosts) return openPage(`${panelPath}?tab#job=${job.id}`);
  return allowing(host, () => ask('jobs.retry', { jobId: job.id }));
}

/** Asks for a host and does what needed it; the same holds for the first statement. */
export async function allowing(host: string, act: () => Promise<unknown>): Promise<void> {
  if (await browser.permissions.request({ origins: patternsOf(host) })) await act();
}

/** Both, for the error does not say which: browsers refuse `*://` where the manifest names the two apart. */
function patternsOf(host: string): string[] {
  return [`https://${host}/*`, `http://${host}/*`];
}
