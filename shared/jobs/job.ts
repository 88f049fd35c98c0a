import type { Receipt } from '#shared/capture/receipt.ts';
import type { EngineId, RunOutput, RunState } from '#shared/engines/engine.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import type { InputValue } from '#shared/inputs/input-definition.ts';
import type { BlobKey } from '#shared/ports.ts';

/** All that decides a picture. Equal recipes make equal pictures. */
export type Recipe = {
  sourceKey: BlobKey;
  engine: EngineId;
  /** Address of the engine: one deployment id on two servers is two deployments. Older recipes lack it. */
  server?: string;
  deploymentId: string;
  /** The workflow's version as the connection knew it. Older recipes lack it. */
  workflowVersion?: string;
  presetId: string | null;
  prompt: string;
  /** 0..1; `null` where the workflow has no strength input. */
  strength: number | null;
  /** 1..4294967295, chosen by us and always sent, or it would be lost. */
  seed: number;
  /** Values of further inputs, by input id. */
  inputs: Readonly<Record<string, InputValue>>;
  /** GPU asked for; left out where the workflow's own is used. */
  gpu?: string;
};

/** The page a picture was found on. Private: it never goes into a file. */
export type SourcePage = { host: string; title: string };

/** An earlier job whose result is shown again instead of a run. */
export type ServedFrom = { jobId: string; endedAtMs: number };

/** Where the picture came from and where the result belongs. Decides nothing about the picture. */
export type JobContext = {
  label: string;
  /** What its preset was called then, for a preset of the person's own. */
  presetName?: string;
  widthPx: number;
  heightPx: number;
  /** Share of the source that is not opaque, 0..1; known once the picture is prepared. */
  transparentRatio?: number;
  surface: 'page' | 'popup' | 'figma' | 'studio';
  /** How the bytes were obtained, e.g. `page-fetch`, `visible-tab`, `file`. */
  captureRoute: string;
  /** How a picture on a page was taken. */
  receipt?: Receipt;
  /** Address of the picture on its page, to read it again. */
  pictureUrl?: string;
  page?: SourcePage;
  /** Meant for the next batch: once its picture can be read, that goes there. */
  isForBatch?: true;
  tabId?: number;
  frameId?: number;
  nodeId?: string;
  /** Shared by the jobs that show one picture by several engines. */
  comparisonId?: string;
  /** The batch it belongs to, and which of its items it is. */
  batchId?: string;
  itemId?: string;
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
  /** At least: seconds on the GPU times its price. */
  costUsd: number | null;
  gpu?: string;
  /** The start of a cold GPU, charged on top. */
  startSeconds?: number;
  startCostUsd?: number | null;
  /** Inputs that the workflow used otherwise than asked, by id; left out where there are none. */
  substituted?: readonly string[];
};

/** A paid request that is sent, or was. */
type Sending = {
  pictureValue: string;
  /** When it was first sent, by our clock and, where known, by the server's, which nobody sets in between. */
  sentAtMs: number;
  sentAtServerMs?: number | null;
  attempt: number;
};

/**
 * Where a job stands. Each stage is journaled before the side effect it names, so that a job found
 * in it after a crash says exactly what may have happened.
 */
export type Stage =
  | { name: 'created' }
  | { name: 'preparing' }
  /** `sentRatio`: how much of the picture has gone out, 0..1; left out where nobody can tell. */
  | {
      name: 'uploading';
      inputKey: BlobKey;
      inputMimeType: 'image/png' | 'image/jpeg';
      sizeBytes?: number;
      sentRatio?: number;
    }
  /** `serverAheadMs`: how far the server's clock is before ours; `null` or left out where unknown. */
  | { name: 'uploaded'; pictureValue: string; serverAheadMs?: number | null; uploadedAtMs?: number }
  | ({ name: 'submitting' } & Sending)
  | ({ name: 'reconciling'; misses: number; lookedAtMs: number } & Sending)
  | { name: 'running'; runId: string; pictureValue?: string; progress: RunProgress }
  | { name: 'collecting'; runId: string; output: RunOutput; figures: RunFigures }
  | { name: 'done'; runId: string; result: ResultInfo; figures: RunFigures }
  | { name: 'failed'; error: ErrorData; runId: string | null; retryFrom: Stage | null }
  | { name: 'cancelled'; runId: string | null };

export type StageName = Stage['name'];

/** That a job was given to another engine: from which, why, and whether anybody was asked. */
export type Handover = { from: EngineId; error: ErrorData; isAutomatic: boolean; atMs: number };

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
  /** Dollars to expect, known before anything is sent; `null` where prices are not. */
  reservedUsd?: number | null;
  /** Runs that the server has made of one request beside the job's own; they were called off. */
  twinRunIds?: readonly string[];
  /** Made from the second copy after the journal was lost: it is looked for and fetched, never sent. */
  isRecovered?: true;
  /** A passing fault the job is waiting out, `null` when all is well. */
  trouble: ErrorData | null;
  stage: Stage;
  /** Engines that had the job before, the last one last; left out where there was none. */
  handovers?: readonly Handover[];
  /** Present where nothing was run: the result is an earlier job's, shown again for free. */
  servedFrom?: ServedFrom;
  /** When each stage was last entered, in milliseconds since the epoch. */
  enteredAtMs: Partial<Record<StageName, number>>;
};

export const finishedStages = ['done', 'failed', 'cancelled'] as const satisfies readonly StageName[];

export const unfinishedStages = [
  'created',
  'preparing',
  'uploading',
  'uploaded',
  'submitting',
  'reconciling',
  'running',
  'collecting',
] as const satisfies readonly Exclude<StageName, (typeof finishedStages)[number]>[];

export function isFinished(job: Job): boolean {
  return finishedStages.some((name) => name === job.stage.name);
}
