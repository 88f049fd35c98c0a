import { toErrorData } from '#shared/errors/app-error.ts';
import type { JobRequest } from '#shared/jobs/job-request.ts';
import type { StartOnce } from '#shared/jobs/once.ts';
import { isLargeSource } from '#shared/jobs/prepared-input.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import type { StoredBlob } from '#shared/ports.ts';
import { rememberPicture } from '../../platform/last-picture.ts';
import { serveEarlier } from '../../platform/serve-earlier.ts';
import type { Services } from '../../platform/services.ts';
import { captureHere, whyNot } from './capture-here.ts';
import type { Capturing, Click } from './click.ts';
import { enterPage } from './enter-page.ts';
import { openPanel } from './open-panel.ts';
import { forbidOpenWords } from './open-words.ts';
import { forbidLostPreset, requestFor } from './request.ts';
import { giveWay } from './show-job.ts';

export type JobStarters = { runner: JobRunner; startOnce: StartOnce };

/** From a click on a page to a job with its overlay there. */
export function createCaptureForPage({ runner, startOnce }: JobStarters, services: Services) {
  /** What was made before is shown again, and what is being made elsewhere is shown instead. */
  async function startUnlessThere(
    request: Omit<JobRequest, 'source'> & { id: string },
    source: StoredBlob,
    click: Click,
  ): Promise<void> {
    const { sourceKey } = await rememberPicture(source, request.context, services.blobs);
    if (!click.again && (await serveEarlier({ ...request, sourceKey }, services))) return;
    const job = await startOnce({ ...request, source, isSeedRandom: true, again: click.again });
    if (job.id !== click.jobId) await giveWay(job, click, openPanel);
  }

  return async (click: Click, underWay: Capturing): Promise<void> => {
    const page = await enterPage(click);
    underWay.place = page.place;
    if (isLargeSource(page.facts)) services.preparer.beAtHand();
    const request = await requestFor({ ...click, place: page.place }, page.label, services);
    try {
      forbidLostPreset(request, click);
      forbidOpenWords(request);
      const { source, receipt } = await captureHere(page, click);
      if (underWay.isCalledOff) return;
      const context = { ...request.context, captureRoute: receipt.route, receipt };
      await startUnlessThere({ ...request, context }, source, click);
    } catch (error) {
      await runner.refuse(request, toErrorData(whyNot(page, error)));
    }
    // Nothing of ours stands in such a page: the panel shows what became of it.
    if (!page.canShow) await openPanel();
  };
}
