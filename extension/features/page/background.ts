import { browser } from 'wxt/browser';
import type { Job } from '#shared/jobs/job.ts';
import { tellJobChanged } from '../../messaging.ts';
import { forgetJob } from '../../platform/forget-job.ts';
import type { Services } from '../../platform/services.ts';
import { type AddToBatch, createCapturesForOthers } from './capture-for-others.ts';
import { createCaptureForPage, type JobStarters } from './capture-for-page.ts';
import { type Capturing, type Click, isUnderWay, jobOfClick } from './click.ts';
import { clickOf, wasForOthers } from './click-of-job.ts';
import { waitsForWords } from './request.ts';
import { showJob } from './show-job.ts';

type Starters = JobStarters & {
  addToBatch: AddToBatch;
  showBatch(): Promise<void>;
  /** Lets go of what nobody needs any more, unless there is other work. */
  settle(): void;
};

export type PageRestyling = ReturnType<typeof createPageRestyling>;

/** From a click on a page to a job with its overlay there, or to a picture in the panel or the batch. */
export function createPageRestyling(starters: Starters, services: Services) {
  const captureAndStart = createCaptureForPage(starters, services);
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
      const known = click.again ? null : await jobOfClick(click, services.journal);
      await (known ? showJob(known.id, click) : captureAndStart(click, underWay));
    } finally {
      capturing.delete(click.jobId);
      if (capturing.size === 0) starters.settle();
    }
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
