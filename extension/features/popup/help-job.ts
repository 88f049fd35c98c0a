import type { ErrorAction } from '#shared/i18n/error-text.ts';
import { errorDetails } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { ask } from '../../messaging.ts';
import { allowHost } from '../../platform/views/allow-host.ts';
import { openAddress, openPage, panelPath, settingsPath } from '../../platform/views/open-page.ts';

/** The one thing that helps a job, as its error's words promise it. */
export function helpJob(job: Job, action: ErrorAction, dismiss: () => void): void {
  const error = job.stage.name === 'failed' ? job.stage.error : null;
  // Nothing may come before the request for a host: after any wait the browser no longer sees a click.
  if (action === 'allow-host' && error) void allowHost(job, error);
  else if (action === 'open-settings') void openPage(settingsPath);
  else if (action === 'open-address' && error) openAddress(error);
  else if (action === 'choose-picture') void openPage(`${panelPath}?tab`);
  else if (action === 'copy-details' && error) void navigator.clipboard.writeText(errorDetails(error));
  else if (action === 'dismiss') dismiss();
  else void ask('jobs.retry', { jobId: job.id });
}
