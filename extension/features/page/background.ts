import { browser } from 'wxt/browser';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { StartOnce } from '#shared/jobs/once.ts';
import type { JobRequest, JobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { StoredBlob } from '#shared/ports.ts';
import { rememberPicture } from '../../platform/last-picture.ts';
import { serveEarlier } from '../../platform/serve-earlier.ts';
import type { Services } from '../../platform/services.ts';
import { captureHere, whyNot } from './capture-here.ts';
import { type Capturing, type Click, isUnderWay, jobOfClick } from './click.ts';
import { clickOf, wasForPanel } from './click-of-job.ts';
import { enterPage } from './enter-page.ts';
import { openPanel } from './open-panel.ts';
import { labelOf, type PictureNotes, requestFor } from './request.ts';
import { giveWay, showJob } from './show-job.ts';

/** Keeps a picture for the next batch. */
export type AddToBatch = (source: StoredBlob, notes: PictureNotes) => Promise<void>;

type Starters = { runner: JobRunner; startOnce: StartOnce; addToBatch: AddToBatch };

export type PageRestyling = ReturnType<typeof createPageRestyling>;

/** From a click on a page to a job with its overlay there, or to a picture in the panel or the batch. */
export function createPageRestyling({ runner, startOnce, addToBatch }: Starters, services: Services) {
  const { blobs, journal } = services;
  /** Pictures being read, before there are jobs. */
  const capturing = new Map<string, Capturing>();

  /** The same click twice is one: what is on its way is shown again where its overlay was closed. */
  async function restyle(click: Click): Promise<void> {
    const { jobId } = click;
    if (isUnderWay(click, [...capturing.values()])) return;
    const underWay: Capturing = { ...click, isCalledOff: false };
    capturing.set(jobId, underWay);
    try {
      const known = click.again ? null : await jobOfClick(click, journal);
      await (known ? showJob(known.id, click) : captureAndStart(click, underWay));
    } finally {
      capturing.delete(jobId);
    }
  }

  async function captureAndStart(click: Click, underWay: Capturing): Promise<void> {
    const page = await enterPage(click);
    underWay.place = page.place;
    const request = await requestFor({ ...click, place: page.place }, page.label, services);
    try {
      const { source, receipt } = await captureHere(page, click);
      if (underWay.isCalledOff) return;
      await startUnlessThere(
        { ...request, context: { ...request.context, captureRoute: receipt.route, receipt } },
        source,
        click,
      );
    } catch (error) {
      await runner.refuse(request, toErrorData(whyNot(page, error)));
    }
    // Nothing of ours stands in such a page: the panel shows what became of it.
    if (!page.canShow) await openPanel();
  }

  /** What was made before is shown again, and what is being made elsewhere is shown instead. */
  async function startUnlessThere(
    request: Omit<JobRequest, 'source'> & { id: string },
    source: StoredBlob,
    click: Click,
  ): Promise<void> {
    const { sourceKey } = await rememberPicture(source, request.context, blobs);
    if (!click.again && (await serveEarlier({ ...request, sourceKey }, services))) return;
    const job = await startOnce({ ...request, source, isSeedRandom: true, again: click.again });
    if (job.id !== click.jobId) await giveWay(job, click, openPanel);
  }

  /** Reads a picture for somebody else; false where it could not be, and why is noted as a job. */
  async function captureFor(click: Click, keep: AddToBatch): Promise<boolean> {
    const page = await enterPage(click, { withOverlay: false });
    const label = page.label || labelOf(click.pictureUrl);
    try {
      const { source, receipt } = await captureHere(page, click);
      await keep(source, { label, captureRoute: receipt.route, receipt });
      return true;
    } catch (error) {
      const request = await requestFor({ ...click, place: page.place }, label, services);
      // Not in the place of a job that was made of the same picture.
      if (await journal.get(request.id)) request.id = systemIds.uuid();
      await runner.refuse(request, toErrorData(whyNot(page, error)));
      return false;
    }
  }

  async function captureForPanel(click: Click): Promise<void> {
    await captureFor(click, async (source, notes) => void (await rememberPicture(source, notes, blobs)));
    // With the picture, or with the reason why there is none.
    await openPanel();
  }

  return {
    capturing,
    restyle,
    captureForPanel,
    /** False where the picture could not be read. */
    captureForBatch: (click: Click) => captureFor(click, addToBatch),

    /**
     * Begins again a job whose picture was never read, e.g. after its host was allowed in a panel of its own
     * tab: the page comes to the front, for the screen may be all there is of it.
     */
    async again(job: Job): Promise<void> {
      const { tabId = -1 } = job.context;
      await browser.tabs.update(tabId, { active: true }).catch(() => {});
      if (!wasForPanel(job)) return restyle(await clickOf(job));
      await journal.delete(job.id);
      await captureForPanel(await clickOf(job));
    },
  };
}
