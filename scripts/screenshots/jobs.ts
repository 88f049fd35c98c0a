import type { Page } from 'playwright-core';
import type { Job } from '#shared/jobs/job.ts';
import type { StandIn } from '../../tests/stand-in/stand-in.ts';
import { dispatchMenuClick, grantActiveTab } from '../browser/active-tab.ts';
import { waitFor } from '../browser/wait-for.ts';
import { forgetHistory, readJobs, waitForEnd, waitForNewJob } from '../product/stored-jobs.ts';
import { openPage, photoNames, type Stage, timing } from './stage.ts';

export type Wish = { photoName: string; presetId: string };

/** A click in the menu on a photograph, by the browser's own call: a picture of a menu is not wanted here. */
export async function startOnPage(stage: Stage, page: Page, { photoName, presetId }: Wish): Promise<Job> {
  const { session, window } = stage.product;
  await waitFor('an equal press to be a new one', async () => isLongAgo((await readJobs(window)).at(-1)));
  const known = new Set((await readJobs(window)).map(({ id }) => id));
  await forgetHistory(window);
  await grantActiveTab(session, page);
  const photograph = page.locator(stage.photos.target(photoNames.indexOf(photoName)));
  const srcUrl = await photograph.evaluate((picture: HTMLImageElement) => picture.src);
  await dispatchMenuClick(session, page, { menuItemId: `preset:${presetId}`, mediaType: 'image', srcUrl });
  return waitForNewJob(window, known);
}

/** A press within a second and a half of an equal one is taken for the same, also when its job has ended. */
function isLongAgo(job: Job | undefined): boolean {
  return job === undefined || Date.now() - job.createdAtMs > 1_600;
}

export function openPhotos(stage: Stage): Promise<Page> {
  return openPage(stage, stage.photos.url);
}

/** Restyles photographs one after the other, the last one newest. */
export async function finishJobs(stage: Stage, wishes: readonly Wish[]): Promise<void> {
  const page = await openPhotos(stage);
  for (const wish of wishes) await finish(stage, await startOnPage(stage, page, wish));
  await page.close();
}

export async function finish({ product, standIn }: Stage, { id }: Job): Promise<Job> {
  return hurried(standIn, waitForEnd(product.window, id));
}

const stepMs = 500;

/**
 * Moves the server's clock on until something has ended: sooner than it would, at the price it would have. A run
 * whose time is over is being drawn; a hurried clock would add that to its price, many times over.
 */
export async function hurried<T>({ ledger, fastForward }: StandIn, ending: Promise<T>): Promise<T> {
  const ranMs = new Map<string, number>();
  const timer = setInterval(() => {
    const running = ledger().filter(({ status }) => status === 'running');
    for (const { runId } of running) ranMs.set(runId, (ranMs.get(runId) ?? 0) + stepMs);
    if (running.every(({ runId }) => (ranMs.get(runId) ?? 0) < timing.runMs)) fastForward(stepMs);
  }, stepMs / 10);
  return ending.finally(() => clearInterval(timer));
}

/** Has `act` start a job and holds it in the middle of its run until the scene is left; then it ends. */
export async function holdInMidRun(stage: Stage, act: () => Promise<Job>): Promise<void> {
  const job = await act();
  await runToHalf(stage);
  const isShown = async () => {
    const { stage: now } = await journaled(stage, job.id);
    return now.name === 'running' && (now.progress.progressRatio ?? 0) > 0;
  };
  await waitFor('the run to be half way', isShown);
  const held = stage.standIn.faults.add({ match: look, times: 'always', action: { kind: 'holdBefore' } });
  stage.leaving.push(async () => {
    stage.standIn.faults.release(held);
    stage.standIn.faults.clear();
    await finish(stage, job);
  });
}

const look = { method: 'GET', path: '^/api/run/[0-9a-f-]{36}$' };

/** A tenth of a run goes by before the first node. */
async function runToHalf({ standIn }: Stage): Promise<void> {
  const isIn = (wanted: string) => () => standIn.ledger().at(-1)?.status === wanted;
  await waitFor('the container to start', isIn('started'));
  standIn.fastForward(timing.runMs * 0.1);
  await waitFor('the first node', isIn('running'));
  standIn.fastForward(timing.runMs * 0.4);
}

async function journaled({ product }: Stage, jobId: string): Promise<Job> {
  const job = (await readJobs(product.window)).find(({ id }) => id === jobId);
  if (!job) throw new Error(`There is no job ${jobId}`);
  return job;
}

/** Makes the next run end badly, with a reason in its log. */
export function failNextRun({ standIn }: Stage): void {
  standIn.faults.add({
    match: { method: 'POST', path: '/api/run/deployment/queue' },
    action: { kind: 'runOutcome', outcome: 'failed', logs: ['CUDA out of memory'] },
  });
}
