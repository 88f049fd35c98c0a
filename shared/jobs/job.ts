import type { Receipt } from '#shared/capture/receipt.ts';
import type { EngineId, RunOutput, RunState } from '#shared/engines/engine.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import type { BlobKey } from '#shared/ports.ts';

/** All that decides a picture. Equal recipes make equal pictures. */
export type Recipe = {
  sourceKey: BlobKey;
  engine: EngineId;
  deploymentId: string;
  presetId: string | null;
  prompt: string;
  /** 0..1; `null` where the workflow has no strength input. */
  strength: number | null;
  /** 1..4294967295, chosen by us and always sent, or it would be lost. */
  seed: number;
  /** Values of further inputs, by input id. */
  inputs: Readonly<Record<string, InputValue>>;
};

/** Where the picture came from and where the result belongs. Decides nothing about the picture. */
export type JobContext = {
  label: string;
  widthPx: number;
  heightPx: number;
  /** Share of the source that is not opaque, 0..1; known once the picture is prepared. */
  transparentRatio?: number;
  surface: 'page' | 'popup' | 'figma';
  /** How the bytes were obtained, e.g. `page-fetch`, `visible-tab`, `file`. */
  captureRoute: string;
  /** How a picture on a page was taken. */
  receipt?: Receipt;
  /** Address of the picture on its page, to read it again. */
  pictureUrl?: string;
  tabId?: number;
  frameId?: number;
  nodeId?: string;
};

export type RunProgress = {
  state: RunState;
  progressRatio: number | null;
  queuePosition: number | null;
};

export type ResultInfo = {
  key: BlobKey;
  mimeType: string;
  widthPx: number;
  heightPx: number;
};

/** Seconds and dollars of a finished run; `null` where the engine did not say. */
export type RunFigures = {
  queueSeconds: number | null;
  runSeconds: number | null;
  costUsd: number | null;
  /** Inputs that the workflow used otherwise than asked, by id; left out where there are none. */
  substituted?: readonly string[];
};

/**
 * Where a job stands. Each stage is journaled before the side effect it names, so that a job found
 * in it after a crash says exactly what may have happened.
 */
export type Stage =
  | { name: 'created' }
  | { name: 'preparing' }
  | { name: 'uploading'; inputKey: BlobKey; inputMimeType: 'image/png' | 'image/jpeg' }
  | { name: 'uploaded'; pictureValue: string }
  | { name: 'submitting'; pictureValue: string; sentAtMs: number; attempt: number }
  | {
      name: 'reconciling';
      pictureValue: string;
      sentAtMs: number;
      attempt: number;
      misses: number;
      lookedAtMs: number;
    }
  | { name: 'running'; runId: string; pictureValue?: string; progress: RunProgress }
  | { name: 'collecting'; runId: string; output: RunOutput; figures: RunFigures }
  | { name: 'done'; runId: string; result: ResultInfo; figures: RunFigures }
  | { name: 'failed'; error: ErrorData; runId: string | null; retryFrom: Stage | null }
  | { name: 'cancelled'; runId: string | null };

export type StageName = Stage['name'];

export type Job = {
  version: 1;
  id: string;
  /** Sent as an extra input, so that a run whose answer was lost can be found again. */
  nonce: string;
  createdAtMs: number;
  updatedAtMs: number;
  recipe: Recipe;
  context: JobContext;
  cancelRequested: boolean;
  /** A passing fault the job is waiting out, `null` when all is well. */
  trouble: ErrorData | null;
  stage: Stage;
  /** When each stage was last entered, in milliseconds since the epoch. */
  enteredAtMs: Partial<Record<StageName, number>>;
};

export function isFinished(job: Job): boolean {
  const { name } = job.stage;
  return name === 'done' || name === 'failed' || name === 'cancelled';
}
