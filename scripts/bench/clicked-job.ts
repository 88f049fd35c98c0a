import type { Page } from 'playwright-core';
import type { Job, StageName } from '#shared/jobs/job.ts';
import { dispatchMenuClick } from '../browser/active-tab.ts';
import { waitFor } from '../browser/wait-for.ts';
import type { Product } from '../product/open-product.ts';
import { forgetHistory, readJobs, waitForEnd, waitForNewJob } from '../product/stored-jobs.ts';

/** Where the milliseconds between a click and the paid request went. */
export type ClickedJob = {
  job: Job;
  /** Reading the picture off the page and keeping it: until the job is there. */
  captureMs: number;
  /** Bringing the picture to what the workflow uses; part of the next. */
  prepareMs: number;
  /** From the job to the paid request, the stage that uploads taken out. */
  ownMs: number;
};

/** Chooses a preset on a photograph of the page, and waits for the end of the job it makes. */
export async function clickAndWait(product: Product, page: Page, target: string): Promise<ClickedJob> {
  await forgetHistory(product.window);
  const known = new Set((await readJobs(product.window)).map(({ id }) => id));
  const srcUrl = await page.locator(target).evaluate((picture: HTMLImageElement) => picture.src);
  const click = { menuItemId: 'preset:builtin.film-noir', mediaType: 'image', srcUrl } as const;
  await dispatchMenuClick(product.session, page, click);
  // The listeners have it now; what comes before is the debugger's time.
  const clickedAtMs = Date.now();
  const { id } = await waitForNewJob(product.window, known);
  const job = await waitForEnd(product.window, id);
  await waitFor('the result to be shown', () => isShown(page, id));
  const uploadMs = enteredAtMs(job, 'uploaded') - enteredAtMs(job, 'uploading');
  return {
    job,
    captureMs: enteredAtMs(job, 'created') - clickedAtMs,
    prepareMs: enteredAtMs(job, 'uploading') - enteredAtMs(job, 'preparing'),
    ownMs: enteredAtMs(job, 'submitting') - enteredAtMs(job, 'created') - uploadMs,
  };
}

/** Reading it for the frame keeps the worker busy: what is timed next must not pay for that. */
async function isShown(page: Page, jobId: string): Promise<boolean> {
  const frame = page.frames().find((each) => each.url().endsWith(`#${jobId}`));
  const hasPicture = () => [...document.images].some(({ naturalWidth }) => naturalWidth > 0);
  return (await frame?.evaluate(hasPicture).catch(() => false)) ?? false;
}

function enteredAtMs(job: Job, stage: StageName): number {
  return job.enteredAtMs[stage] ?? Number.NaN;
}
