import type { Page } from 'playwright-core';
import { errorWords } from '#shared/i18n/error-words.ts';
import type { Job } from '#shared/jobs/job.ts';
import { acceptPermissionPrompt } from '../browser/permission-prompt.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Product } from './open-product.ts';
import { readJobs } from './stored-jobs.ts';

/**
 * Waits until a job has its picture, or has failed. Where it asks for a host, presses the button that its
 * overlay offers and answers the browser's question, as a person would: then it answers the job gone on with.
 */
export async function answerHostQuestion(product: Product, page: Page, jobId: string): Promise<Job | null> {
  const { session, window } = product;
  const find = async () => (await readJobs(window)).find(({ id }) => id === jobId);
  const { stage, createdAtMs } = await waitFor('the job', find);
  if (stage.name !== 'failed' || stage.error.code !== 'host-not-allowed') return null;
  const { button } = errorWords(stage.error);
  const frame = await waitFor('the overlay', () => page.frames().find((each) => each.url().endsWith(jobId)));
  await frame.getByRole('button', { name: button, exact: true }).click();
  await acceptPermissionPrompt(session, { origins: [`http://${stage.error.host}/*`] });
  return waitFor('the job to go on', async () => {
    const now = await find();
    return now && now.createdAtMs !== createdAtMs ? now : undefined;
  });
}

/** The same for a picture that was to be read for the panel: its button is on the job's card there. */
export async function allowInPanel({ session }: Product, { stage }: Job): Promise<void> {
  if (stage.name !== 'failed') throw new Error('The picture was not captured, and nothing says why.');
  const { title, button } = errorWords(stage.error);
  if (stage.error.code !== 'host-not-allowed') throw new Error(title);
  const panel = await session.context.newPage();
  await panel.goto(session.extensionUrl('/popup.html?tab'));
  await panel.getByRole('button', { name: button, exact: true }).first().click();
  await acceptPermissionPrompt(session, { origins: [`http://${stage.error.host}/*`] });
  await panel.close();
}
