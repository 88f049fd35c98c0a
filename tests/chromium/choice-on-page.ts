import type { Frame, Page } from 'playwright-core';
import type { Job } from '#shared/jobs/job.ts';
import { waitFor } from '../../scripts/browser/wait-for.ts';
import { pressKeys } from '../../scripts/browser/xdotool.ts';
import type { Product } from '../../scripts/product/open-product.ts';
import { pressInChoice } from '../../scripts/product/pick-on-page.ts';
import { readJobs, waitForEnd, waitForNewJob } from '../../scripts/product/stored-jobs.ts';

/** The picker by its key alone, wherever the pointer is. */
export async function openByShortcut({ session }: Product, page: Page): Promise<void> {
  await page.bringToFront();
  if (session.display) await pressKeys(session.display, ['alt+shift+y']);
  await page.locator('restyle-picker').waitFor();
}

/** The frame that a picker ends in. */
export function choiceFrame(page: Page): Promise<Frame> {
  return waitFor('the choice', () => page.frames().find((frame) => frame.url().includes('#choice')));
}

/** Chooses a look and presses the button; the first new job, once it has ended. */
export async function chooseAndRun({ window }: Product, page: Page, look: string): Promise<Job> {
  const known = new Set((await readJobs(window)).map(({ id }) => id));
  const choice = await choiceFrame(page);
  await choice.getByRole('radio', { name: look }).check();
  await pressInChoice(choice, /^Restyle/);
  const { id } = await waitForNewJob(window, known);
  return waitForEnd(window, id);
}
