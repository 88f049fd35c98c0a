import type { EngineId } from '#shared/engines/engine.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { PanelRequest } from '#shared/jobs/panel-request.ts';
import type { BlobKey } from '#shared/ports.ts';

/** What a person asks for from a panel. The picture is already in the blob store. */
export type RestyleRequest = PanelRequest & { sourceKey: BlobKey };

export type JobMessages = {
  /** Answers the job's id. */
  'jobs.start': (request: RestyleRequest) => string;
  /** Makes one picture with each of several engines, with one seed; answers the jobs' ids. */
  'jobs.compare': (question: { request: RestyleRequest; engines: readonly EngineId[] }) => string[];
  'jobs.cancel': (question: { jobId: string }) => void;
  /** Goes on with a job that failed or was cancelled. */
  'jobs.retry': (question: { jobId: string }) => void;
  /** Makes another picture by a job's recipe, with another seed; one at a time. */
  'jobs.vary': (question: { jobId: string }) => void;
  /** Begins a failed job again with another connected engine. */
  'jobs.useEngine': (question: { jobId: string; engine: EngineId }) => void;
  /** Takes up whatever was left lying; asked by a view that has waited long without news. */
  'jobs.resume': (question: Record<string, never>) => void;
  /** `null` while the job is not written down. */
  'jobs.read': (question: { jobId: string }) => Job | null;
  /** A stored picture as a `data:` address. */
  'jobs.readPicture': (question: { key: BlobKey }) => string | null;
  /** What a running job looks like so far, as a `data:` address; `null` when there is nothing newer. */
  'jobs.readPreview': (question: { jobId: string; newerThanMs: number }) => {
    dataUrl: string;
    shownAtMs: number;
  } | null;
};
