import type { Webhook } from '#shared/connection/webhook.ts';
import type { Engine, EngineDescription } from '#shared/engines/engine.ts';
import type { Poller } from '#shared/engines/polling/poller.ts';
import { AppError } from '#shared/errors/app-error.ts';
import type { ImageCodec } from '#shared/images/codec.ts';
import type { Job, Recipe, Stage, StageName } from '#shared/jobs/job.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import { createNudging } from '#shared/jobs/nudging.ts';
import { type Patience, patiently } from '#shared/jobs/patience.ts';
import type { PrepareElsewhere } from '#shared/jobs/prepared-input.ts';
import { type JobEvent, transition } from '#shared/jobs/transitions.ts';
import type { BlobKey, BlobStore, Clock, Ids, StoredBlob } from '#shared/ports.ts';

/** What a job's deployment is and how to reach it. */
export type Workflow = {
  engine: Engine;
  description: EngineDescription;
  /** US dollars per second by GPU name; empty when unknown. */
  prices: Readonly<Record<string, number>>;
  /** Where the team wants to be told of its runs. */
  webhook?: Webhook;
};

export type RunnerDeps = {
  journal: JobJournal;
  blobs: BlobStore;
  /** Raises `not-configured` when nothing is connected. */
  workflow: (job: Job) => Promise<Workflow>;
  codec: ImageCodec;
  /** Asked for large pictures first, where there is a better place for them than this thread. */
  prepareElsewhere?: PrepareElsewhere;
  clock: Clock;
  ids: Ids;
  /** The surface's one poller. */
  poller: Poller;
  /** What another engine is asked in place of a failed job's own, where nobody needs to be asked first. */
  fallback?: (failed: Job) => Promise<Omit<Recipe, 'sourceKey'> | null>;
  /** Whether the device has no network, and the job's engine cannot be reached without one. */
  isOffline?: (job: Job) => boolean;
  /**
   * Asked before the request that costs money: resolves with true when it may be sent, with false as soon as
   * `nudged` is aborted. Left out where every job goes at once.
   */
  turn?: (job: Job, nudged: AbortSignal) => Promise<boolean>;
  onChange?: (job: Job) => void;
  /** What a running job's picture looks like so far; `null` when it runs no longer. For the eye, never to be stored. */
  onPreview?: (jobId: string, picture: StoredBlob | null) => void;
  /** Called with the number of jobs in hand whenever it changes. */
  onActivity?: (activeCount: number) => void;
};

export type Drive = ReturnType<typeof createDrive>;

/** One job in hand: its newest state, and the only way to change it. */
export function createDrive(first: Job, deps: RunnerDeps) {
  let job = first;
  const nudging = createNudging(deps.clock);
  const calledOff = new AbortController();

  const drive = {
    get job(): Job {
      return job;
    },

    /** The job's stage, which the caller knows to be `name`. */
    stage<N extends StageName>(name: N): Extract<Stage, { name: N }> {
      if (job.stage.name !== name) throw new Error(`The job is in ${job.stage.name}, not in ${name}`);
      return job.stage as Extract<Stage, { name: N }>;
    },

    /** Changes the job, as one step however many events, and resolves when that would survive a crash. */
    async record(...events: readonly JobEvent[]): Promise<void> {
      for (const event of events) job = transition(job, event, deps.clock.nowMs());
      await deps.journal.put(job);
      if (job.cancelRequested) calledOff.abort();
      deps.onChange?.(job);
    },

    /** Ends whatever wait the job is in. */
    nudge: nudging.nudge,

    /** Aborted at the next nudge. */
    get nudged(): AbortSignal {
      return nudging.signal();
    },

    /** Aborted once a person has called the job off, and that is written down. */
    calledOff: calledOff.signal,

    /** Waits, but no longer than until the next nudge. */
    pause: nudging.pause,

    /** Waits, asking nobody, until the job may be sent; false when it was nudged before. */
    async hasTurn(): Promise<boolean> {
      return deps.turn ? deps.turn(job, nudging.signal()) : true;
    },

    blob: (key: BlobKey) => storedBlob(key, deps.blobs),

    patiently<T>(operation: () => Promise<T>, patienceMs: number): Promise<T> {
      const patience: Patience = {
        patienceMs,
        clock: deps.clock,
        nudged: nudging.signal,
        isOffline: () => deps.isOffline?.(job) ?? false,
        onTrouble: (trouble) => drive.record({ type: 'troubled', trouble }),
      };
      return patiently(operation, patience);
    },
  };
  return drive;
}

async function storedBlob(key: BlobKey, blobs: BlobStore): Promise<StoredBlob> {
  const blob = await blobs.get(key);
  if (!blob) throw new AppError('picture-lost', `Nothing is stored under ${key}`);
  return blob;
}
