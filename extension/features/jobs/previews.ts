import type { RunnerDeps } from '#shared/jobs/drive.ts';
import type { StoredBlob } from '#shared/ports.ts';
import type { Handlers } from '../../messaging.ts';
import { dataUrlOf } from '../../platform/data-url.ts';

type Preview = { picture: StoredBlob; shownAtMs: number };

/** What running jobs look like so far. In memory alone: it goes with the run, or with the worker. */
export function createPreviews() {
  const previews = new Map<string, Preview>();

  const put: NonNullable<RunnerDeps['onPreview']> = (jobId, picture) => {
    // Two within a millisecond are told apart all the same.
    const shownAtMs = Math.max(Date.now(), (previews.get(jobId)?.shownAtMs ?? 0) + 1);
    if (picture) previews.set(jobId, { picture, shownAtMs });
    else previews.delete(jobId);
  };

  const handlers: Pick<Handlers, 'jobs.readPreview'> = {
    async 'jobs.readPreview'({ jobId, newerThanMs }) {
      const preview = previews.get(jobId);
      if (!preview || preview.shownAtMs <= newerThanMs) return null;
      return { dataUrl: await dataUrlOf(preview.picture), shownAtMs: preview.shownAtMs };
    },
  };
  return { put, handlers };
}
