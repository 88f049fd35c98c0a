import { toErrorData } from '#shared/errors/app-error.ts';
import type { JobContext } from '#shared/jobs/job.ts';
import type { JobRunner } from '#shared/jobs/runner.ts';
import { systemIds } from '#shared/platform.ts';
import type { StoredBlob } from '#shared/ports.ts';
import { rememberPicture } from '../../platform/last-picture.ts';
import type { Services } from '../../platform/services.ts';
import { captureHere, whyNot } from './capture-here.ts';
import type { Click } from './click.ts';
import { enterPage } from './enter-page.ts';
import { openPanel } from './open-panel.ts';
import { labelOf, type PictureNotes, requestFor } from './request.ts';

/** Keeps a picture for the next batch. */
export type AddToBatch = (source: StoredBlob, notes: PictureNotes) => Promise<void>;

/** What a picture is read for that a job of its own does not say. */
type Purpose = Pick<JobContext, 'isForBatch'>;

type Takers = { runner: JobRunner; addToBatch: AddToBatch; showBatch(): Promise<void> };

/** From a click on a page to a picture in the panel or the batch. */
export function createCapturesForOthers({ runner, addToBatch, showBatch }: Takers, services: Services) {
  /** False where the picture could not be read, and why is noted as a job. */
  async function captureFor(click: Click, keep: AddToBatch, purpose: Purpose = {}): Promise<boolean> {
    const page = await enterPage(click, { withOverlay: false });
    const label = page.label || labelOf(click.pictureUrl);
    try {
      const { source, receipt } = await captureHere(page, click);
      await keep(source, { label, captureRoute: receipt.route, receipt });
      return true;
    } catch (error) {
      const request = await requestFor({ ...click, place: page.place }, label, services);
      // Not in the place of a job that was made of the same picture.
      if (await services.journal.get(request.id)) request.id = systemIds.uuid();
      const context = { ...request.context, ...purpose };
      await runner.refuse({ ...request, context }, toErrorData(whyNot(page, error)));
      return false;
    }
  }

  /** False where the picture could not be read. */
  const captureForBatch = (click: Click) => captureFor(click, addToBatch, { isForBatch: true });

  return {
    captureForBatch,

    /** What was added is shown; of what could not be read the panel says why. */
    async putIntoBatch(click: Click): Promise<void> {
      await ((await captureForBatch(click)) ? showBatch() : openPanel());
    },

    async captureForPanel(click: Click): Promise<void> {
      const preset = click.presetId ? { presetId: click.presetId } : {};
      await captureFor(click, async (source, notes) => {
        await rememberPicture(source, { ...notes, ...preset }, services.blobs);
      });
      // With the picture, or with the reason why there is none.
      await openPanel();
    },
  };
}
