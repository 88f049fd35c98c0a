import type { Page } from 'playwright-core';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { acceptPermissionPrompt } from '../browser/permission-prompt.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Product } from './open-product.ts';
import { readJobs } from './stored-jobs.ts';

/**
 * Where a job waits for a host to be allowed, presses the button that its overlay offers, and answers the
 * browser's question, as a person would. Answers whether there was anything to allow.
 */
export async function answerHostQuestion(
  { session, window }: Product,
  page: Page,
  job: Job,
): Promise<boolean> {
  const { stage } = job;
  if (stage.name !== 'failed' || stage.error.code !== 'host-not-allowed') return false;
  const { button } = errorWords(stage.error);
  const frame = await waitFor('the overlay', () => page.frames().find((each) => each.url().endsWith(job.id)));
  await frame.getByRole('button', { name: button, exact: true }).click();
  await acceptPermissionPrompt(session, { origins: [`http://${stage.error.host}/*`] });
  await waitFor('the job to go on', async () => {
    const now = (await readJobs(window)).find(({ id }) => id === job.id);
    return now && now.createdAtMs !== job.createdAtMs;
  });
  return true;
}
