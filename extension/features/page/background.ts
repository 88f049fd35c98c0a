import { browser } from 'wxt/browser';
import { toErrorData } from '#shared/errors/app-error.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import type { StartOnce } from '#shared/jobs/once.ts';
import { isLargeSource } from '#shared/jobs/prepared-input.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import type { StoredBlob } from '#shared/ports.ts';
import { tellJobChanged } from '../../messaging.ts';
import { forgetJob } from '../../platform/forget-job.ts';
import { rememberPicture } from '../../platform/last-picture.ts';
import { serveEarlier } from '../../platform/serve-earlier.ts';
import type { Services } from '../../platform/services.ts';
import { type AddToBatch, createCapturesForOthers } from './capture-for-others.ts';
import { captureHere, whyNot } from './capture-here.ts';
import { type Capturing, type Click, isUnderWay, jobOfClick } from './click.ts';
import { clickOf, wasForOthers } from './click-of-job.ts';
import { enterPage } from './enter-page.ts';
import { openPanel } from './open-panel.ts';
import { forbidOpenWords } from './open-words.ts';
import { forbidLostPreset, requestFor, waitsForWords } from './request.ts';
import { giveWay, showJob } from './show-job.ts';

type Starters = {
  runner: JobRunner;
  startOnce: StartOnce;
  addToBatch: AddToBatch;
  showBatch(): Promise<void>;
  /** Lets go of what nobody needs any more, unless there is other work. */
  settle(): void;
};

export type PageRestyling = ReturnType<typeof createPageRestyling>;

/** From a click on a page to a job with its overlay there, or to a picture in the panel or the batch. */
export function createPageRestyling({ startOnce, ...starters }: Starters, services: Services) {
  const { runner } = starters;
  const { blobs, journal } = services;
  const others = createCapturesForOthers(starters, services);
  /** Pictures being read, before there are jobs. */
  const capturing = new Map<string, Capturing>();

  /** The same click twice is one: what is on its way is shown again where its overlay was closed. */
  async function restyle(click: Click): Promise<void> {
    if (await waitsForWords(click, services)) return others.captureForPanel(click);
    if (isUnderWay(click, [...capturing.values()])) return;
    const underWay: Capturing = { ...click, isCalledOff: false };
    capturing.set(click.jobId, underWay);
    try {
      const known = click.again ? null : await jobOfClick(click, journal);
      await (known ? showJob(known.id, click) : captureAndStart(click, underWay));
    } finally {
      capturing.delete(click.jobId);
      if (capturing.size === 0) starters.settle();
    }
  }

  async function captureAndStart(click: Click, underWay: Capturing): Promise<void> {
    const page = await enterPage(click);
    underWay.place = page.place;
    if (isLargeSource(page.facts)) services.preparer.beAtHand();
    const request = await requestFor({ ...click, place: page.place }, page.label, services);
    try {
      forbidLostPreset(request, click);
      forbidOpenWords(request);
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

  return {
    capturing,
    restyle,
    ...others,

    /**
     * Begins again a job whose picture was never read, e.g. after its host was allowed in a panel of its own
     * tab: the page comes to the front, for the screen may be all there is of it.
     */
    async again(job: Job): Promise<void> {
      await browser.tabs.update(job.context.tabId ?? -1, { active: true }).catch(() => {});
      const click = await clickOf(job);
      if (!wasForOthers(job)) return restyle(click);
      await forgetJob(job, services);
      tellJobChanged(job.id);
      await (job.context.isForBatch ? others.putIntoBatch(click) : others.captureForPanel(click));
    },
  };
}
