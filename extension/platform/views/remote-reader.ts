import type { JobJournal } from '#shared/jobs/journal.ts';
import type { BlobStore } from '#shared/ports.ts';
import { ask } from '../../messaging.ts';
import { bytesOfDataUrl } from '../data-url.ts';

/** What a view needs to show jobs: the stores themselves, or the background's answers about them. */
export type JobReader = { journal: Pick<JobJournal, 'get'>; blobs: Pick<BlobStore, 'get'> };

/**
 * Reads through the background. Frames on other sites need it: where the person blocks third-party
 * storage, Chromium denies them the extension's own database.
 */
export function createRemoteReader(): JobReader {
  return {
    journal: { get: (jobId) => ask('jobs.read', { jobId }) },
    blobs: {
      async get(key) {
        const dataUrl = await ask('jobs.readPicture', { key });
        if (dataUrl === null) return null;
        const mimeType = dataUrl.slice('data:'.length, dataUrl.indexOf(';'));
        return { bytes: await bytesOfDataUrl(dataUrl), mimeType };
      },
    },
  };
}
