import type { RunOutput } from '#shared/engines/engine.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { canMove } from '#shared/jobs/can-move.ts';
import type { Job, Recipe, ResultInfo, RunFigures, RunProgress, Stage, StageName } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';

/** What can happen to a job. Past tense where it has happened, present where it is about to. */
export type JobEvent =
  | { type: 'preparing' }
  | {
      type: 'uploading';
      inputKey: BlobKey;
      inputMimeType: 'image/png' | 'image/jpeg';
      transparentRatio: number;
      sizeBytes: number;
      reservedUsd: number | null;
    }
  /** That much of the picture has gone out, 0..1. */
  | { type: 'sent'; ratio: number }
  | { type: 'uploaded'; pictureValue: string; serverAheadMs: number | null }
  | { type: 'submitting' }
  | { type: 'answer-lost' }
  | { type: 'run-missed' }
  | { type: 'run-known'; runId: string }
  /** One nonce has made several runs: the oldest is the job's, the others are called off. */
  | { type: 'twins-found'; runId: string; twinRunIds: readonly string[] }
  | { type: 'progressed'; progress: RunProgress }
  | { type: 'run-succeeded'; output: RunOutput; figures: RunFigures }
  | { type: 'collected'; result: ResultInfo }
  | { type: 'troubled'; trouble: ErrorData | null }
  | { type: 'failed'; error: ErrorData; retryFrom: Stage | null }
  | { type: 'cancel-requested' }
  | { type: 'cancelled' }
  | { type: 'retried' }
  | { type: 'handed-over'; recipe: Omit<Recipe, 'sourceKey'>; nonce: string; isAutomatic: boolean };

type EventType = JobEvent['type'];

/** From which stages an event may come; an event not named here may come from any unfinished one. */
const sources: Partial<Record<EventType, readonly StageName[]>> = {
  preparing: ['created', 'preparing'],
  uploading: ['preparing', 'uploading'],
  sent: ['uploading'],
  uploaded: ['uploading'],
  submitting: ['uploaded', 'reconciling'],
  'answer-lost': ['submitting'],
  'run-missed': ['reconciling'],
  'run-known': ['submitting', 'reconciling'],
  'twins-found': ['running'],
  progressed: ['running'],
  'run-succeeded': ['running', 'collecting'],
  collected: ['collecting'],
  retried: ['failed', 'cancelled'],
};

const finished: readonly StageName[] = ['done', 'failed', 'cancelled'];

export function canHappen(job: Job, type: EventType): boolean {
  if (type === 'handed-over') return canMove(job);
  const from = sources[type];
  return from ? from.includes(job.stage.name) : !finished.includes(job.stage.name);
}

/** The job after an event; pure. An impossible event is a fault of ours and throws a plain `Error`. */
export function transition(job: Job, event: JobEvent, nowMs: number): Job {
  if (!canHappen(job, event.type))
    throw new Error(`${event.type} cannot happen to a job in ${job.stage.name}`);
  const after = apply(job, event, nowMs);
  if (after.stage.name === job.stage.name) return after;
  return { ...after, enteredAtMs: { ...job.enteredAtMs, [after.stage.name]: nowMs } };
}

function apply(job: Job, event: JobEvent, nowMs: number): Job {
  const changed = { ...job, updatedAtMs: nowMs, trouble: null };
  switch (event.type) {
    case 'troubled':
      return { ...changed, trouble: event.trouble };
    case 'cancel-requested':
      return { ...changed, cancelRequested: true };
    case 'uploading':
      return {
        ...changed,
        reservedUsd: event.reservedUsd,
        context: { ...job.context, transparentRatio: event.transparentRatio },
        stage: {
          name: 'uploading',
          inputKey: event.inputKey,
          inputMimeType: event.inputMimeType,
          sizeBytes: event.sizeBytes,
        },
      };
    case 'twins-found':
      return {
        ...changed,
        twinRunIds: event.twinRunIds,
        stage: stageAfter(job.stage, { type: 'run-known', runId: event.runId }, nowMs),
      };
    case 'retried':
      return { ...changed, cancelRequested: false, twinRunIds: [], stage: retryStage(job) };
    case 'handed-over':
      return handedOver(changed, event, nowMs);
    default:
      return { ...changed, stage: stageAfter(job.stage, event, nowMs) };
  }
}

type HandoverEvent = Extract<JobEvent, { type: 'handed-over' }>;

/** Begun afresh for another engine, under another nonce; who had it before, and why no longer, is kept. */
function handedOver(job: Job, { recipe, nonce, isAutomatic }: HandoverEvent, nowMs: number): Job {
  if (job.stage.name !== 'failed') return job;
  const { error } = job.stage;
  const handover = { from: job.recipe.engine, error, isAutomatic, atMs: nowMs };
  return {
    ...job,
    nonce,
    recipe: { ...recipe, sourceKey: job.recipe.sourceKey },
    cancelRequested: false,
    handovers: [...(job.handovers ?? []), handover],
    stage: { name: 'created' },
  };
}

type StageEvent = Exclude<
  JobEvent,
  { type: 'troubled' | 'cancel-requested' | 'uploading' | 'twins-found' | 'retried' | 'handed-over' }
>;

function stageAfter(stage: Stage, event: StageEvent, nowMs: number): Stage {
  switch (event.type) {
    case 'preparing':
      return { name: 'preparing' };
    case 'sent':
      return stage.name === 'uploading' ? { ...stage, sentRatio: event.ratio } : stage;
    case 'uploaded':
      return {
        name: 'uploaded',
        pictureValue: event.pictureValue,
        serverAheadMs: event.serverAheadMs,
        uploadedAtMs: nowMs,
      };
    case 'submitting':
    case 'answer-lost':
    case 'run-missed':
      return submission(stage, event.type, nowMs);
    case 'run-known':
      return { name: 'running', runId: event.runId, ...sentPicture(stage), progress: unseen };
    case 'progressed':
      return {
        name: 'running',
        runId: runIdOf(stage) ?? '',
        ...sentPicture(stage),
        progress: event.progress,
      };
    case 'run-succeeded':
      return {
        name: 'collecting',
        runId: runIdOf(stage) ?? '',
        output: event.output,
        figures: event.figures,
      };
    case 'collected':
      return {
        name: 'done',
        runId: runIdOf(stage) ?? '',
        result: event.result,
        figures: stage.name === 'collecting' ? stage.figures : noFigures,
      };
    case 'failed':
      return { name: 'failed', error: event.error, runId: runIdOf(stage), retryFrom: event.retryFrom };
    case 'cancelled':
      return { name: 'cancelled', runId: runIdOf(stage) };
  }
}

const unseen: RunProgress = { state: 'waiting', progressRatio: null, queuePosition: null };
const noFigures: RunFigures = { queueSeconds: null, runSeconds: null, costUsd: null };

/** The stages around the paid request: sent, unsure, missed once, missed twice, sent once more. */
function submission(stage: Stage, type: 'submitting' | 'answer-lost' | 'run-missed', nowMs: number): Stage {
  const pictureValue = 'pictureValue' in stage ? stage.pictureValue : '';
  const attempt = 'attempt' in stage ? stage.attempt : 0;
  // The first sending counts: the run that is looked for may be that one.
  const isFirst = !('sentAtMs' in stage);
  const sentAtMs = isFirst ? nowMs : stage.sentAtMs;
  const sentAtServerMs = isFirst ? serverTime(stage, nowMs) : (stage.sentAtServerMs ?? null);
  const sending = { pictureValue, sentAtMs, sentAtServerMs };
  if (type === 'submitting') return { name: 'submitting', ...sending, attempt: attempt + 1 };
  const misses = type === 'run-missed' && stage.name === 'reconciling' ? stage.misses + 1 : 0;
  return { name: 'reconciling', ...sending, attempt, misses, lookedAtMs: nowMs };
}

function serverTime(stage: Stage, nowMs: number): number | null {
  const aheadMs = stage.name === 'uploaded' ? (stage.serverAheadMs ?? null) : null;
  if (aheadMs === null) return null;
  // The server's time of the upload: earlier than the sending, and true even where our clock was set since.
  return (stage.name === 'uploaded' ? (stage.uploadedAtMs ?? nowMs) : nowMs) + aheadMs;
}

/** The picture as it was sent, kept to compare with what the run has recorded. */
function sentPicture(stage: Stage): { pictureValue?: string } {
  return 'pictureValue' in stage && stage.pictureValue !== undefined
    ? { pictureValue: stage.pictureValue }
    : {};
}

/** The engine's run of a stage, `null` before there is one. */
export function runIdOf(stage: Stage): string | null {
  return 'runId' in stage ? stage.runId : null;
}

function retryStage(job: Job): Stage {
  const from = job.stage.name === 'failed' ? job.stage.retryFrom : null;
  return from ?? { name: 'created' };
}
