import type { Receipt } from '#shared/capture/receipt.ts';
import type { EngineId } from '#shared/engines/engine.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';
import type { Fills } from '#shared/presets/placeholders.ts';

/** What a person asks for from a panel. The picture is already in the blob store. */
export type RestyleRequest = {
  sourceKey: BlobKey;
  label: string;
  captureRoute: string;
  receipt?: Receipt | undefined;
  presetId: string | null;
  /** Typed by the person; added to the preset's own prompt. */
  prompt: string;
  /** What goes into the preset's placeholders. */
  fills?: Fills | undefined;
  strength: number | null;
  /** `null` chooses a fresh one. */
  seed: number | null;
  /** GPU to run on, where the workflow leaves the choice. */
  gpu?: string | null;
  /** Whether another picture of the same is meant, though one is on its way. */
  again: boolean;
};

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
