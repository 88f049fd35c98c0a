import type { JobContext, Recipe } from '#shared/jobs/job.ts';
import type { BlobKey, StoredBlob } from '#shared/ports.ts';

/** A picture whose header was read when it was put into the blob store. */
export type StoredPicture = { key: BlobKey; widthPx: number; heightPx: number };

export type JobRequest = {
  /** Chosen by the surface when it shows the job before its picture is read. */
  id?: string;
  source: StoredBlob | StoredPicture;
  recipe: Omit<Recipe, 'sourceKey'>;
  /** Width and height may be left out: they are read from the picture. */
  context: Omit<JobContext, 'widthPx' | 'heightPx'>;
};

/** Source key of a job whose picture was never read. */
export const noSource = '';
