import type { LastPicture } from '#shared/capture/last-picture.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import type { PictureShelf } from '#shared/ui/pictures/picture-shelf.ts';
import { hostFetch } from '../../platform/host-fetch.ts';
import { loadLastPicture, rememberPicture } from '../../platform/last-picture.ts';
import type { Services } from '../../platform/services.ts';
import { jobInAddress } from './job-in-address.ts';

/** Pictures of the panel are shared by its popup, side panel and tab. */
export function pictureShelfOf(services: Services): PictureShelf {
  const { blobs } = services;
  return {
    blobs,
    first: () => firstPicture(services),
    remember: (source, facts) => rememberPicture(source, facts, blobs),
    fetch: hostFetch,
  };
}

/** The picture of the job the panel was opened for, else the one captured last. */
async function firstPicture(services: Services): Promise<LastPicture | null> {
  const job = await jobInAddress(services);
  if (!job || job.recipe.sourceKey === noSource) return loadLastPicture();
  const { label, captureRoute, receipt } = job.context;
  return { version: 1, sourceKey: job.recipe.sourceKey, label, captureRoute, ...(receipt && { receipt }) };
}
