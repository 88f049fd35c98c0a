import type { Receipt } from '#shared/capture/receipt.ts';
import type { EngineId } from '#shared/engines/engine.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';

/** What a person asks for from a panel. The picture is already in the blob store. */
export type RestyleRequest = {
  sourceKey: BlobKey;
  label: string;
  captureRoute: string;
  receipt?: Receipt | undefined;
  presetId: string | null;
  /** Typed by the person; added to the preset's own prompt. */
  prompt: string;
  strength: number | null;
  /** `null` chooses a fresh one. */
  seed: number | null;
};

export type JobMessages = {
  /** Answers the job's id. */
  'jobs.start': (request: RestyleRequest) => string;
  'jobs.cancel': (question: { jobId: string }) => void;
  /** Goes on with a job that failed or was cancelled; a finished one is made anew with another seed. */
  'jobs.retry': (question: { jobId: string }) => void;
  /** Begins a failed job again with another connected engine. */
  'jobs.useEngine': (question: { jobId: string; engine: EngineId }) => void;
  /** Takes up whatever was left lying; asked by a view that has waited long without news. */
  'jobs.resume': (question: Record<string, never>) => void;
  /** `null` while the job is not written down. */
  'jobs.read': (question: { jobId: string }) => Job | null;
  /** A stored picture as a `data:` address. */
  'jobs.readPicture': (question: { key: BlobKey }) => string | null;
};
