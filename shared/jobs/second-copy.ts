import { type EngineId, engineIds } from '#shared/engines/engine.ts';
import { jobWords } from '#shared/i18n/en/jobs.ts';
import { isFinished, type Job, type Stage } from '#shared/jobs/job.ts';
import { noSource } from '#shared/jobs/job-request.ts';
import type { JobJournal } from '#shared/jobs/journal.ts';
import { runIdOf } from '#shared/jobs/transitions.ts';
import * as z from '#shared/zod.ts';

/** Where second copies lie: a few small documents, apart from the journal. Others may read them. */
export type CopyStore = {
  put(id: string, copy: JobCopy): Promise<void>;
  delete(id: string): Promise<void>;
  list(): Promise<readonly unknown[]>;
};

const copySchema = z.object({
  version: z.literal(1),
  id: z.string(),
  nonce: z.string(),
  runId: z.nullable(z.string()),
  engine: z.enum(engineIds),
  deploymentId: z.string(),
  createdAtMs: z.number(),
  sentAtMs: z.number(),
  sentAtServerMs: z.nullable(z.number()),
  widthPx: z.number(),
  heightPx: z.number(),
});

/** What finds a paid run again, and its picture's shape. No words, no pictures, no addresses. */
export type JobCopy = z.infer<typeof copySchema>;

/** Engines forget their runs after a while, and a copy that old finds nothing. */
const keptMs = 7 * 24 * 3_600_000;

/** The second copy of a job: only where money may have been spent and its result is not here yet. */
function copyOf({ id, nonce, createdAtMs, recipe, context, stage, enteredAtMs }: Job): JobCopy | null {
  if (!['submitting', 'reconciling', 'running', 'collecting'].includes(stage.name)) return null;
  const sending = 'sentAtMs' in stage ? stage : null;
  return {
    version: 1,
    id,
    nonce,
    runId: runIdOf(stage),
    engine: recipe.engine,
    deploymentId: recipe.deploymentId,
    createdAtMs,
    sentAtMs: sending?.sentAtMs ?? enteredAtMs.submitting ?? createdAtMs,
    sentAtServerMs: sending?.sentAtServerMs ?? null,
    widthPx: context.widthPx,
    heightPx: context.heightPx,
  };
}

/** A journal that keeps second copies beside it. A copy that cannot be kept stops nothing. */
export function withSecondCopies(journal: JobJournal, copies: CopyStore): JobJournal {
  const written = new Map<string, string>();

  async function keepCopy(job: Job): Promise<void> {
    const copy = copyOf(job);
    const text = JSON.stringify(copy);
    if (!copy || written.get(job.id) === text) return;
    await copies.put(job.id, copy).then(
      () => written.set(job.id, text),
      () => {},
    );
  }

  async function drop(id: string): Promise<void> {
    written.delete(id);
    await copies.delete(id).catch(() => {});
  }

  return {
    ...journal,
    async put(job) {
      await Promise.all([journal.put(job), keepCopy(job)]);
      if (isFinished(job)) await drop(job.id);
    },
    async delete(id) {
      await journal.delete(id);
      await drop(id);
    },
  };
}

/**
 * Makes jobs of the copies whose journal was lost, to be looked for and fetched: such a job is never
 * sent. Call it before jobs are resumed.
 */
export async function adoptLost(journal: JobJournal, copies: CopyStore, nowMs: number): Promise<void> {
  for (const stored of await copies.list()) {
    const { data: copy } = copySchema.safeParse(stored);
    if (!copy) continue;
    const known = await journal.get(copy.id);
    const isOld = Math.abs(nowMs - copy.createdAtMs) > keptMs;
    if (known ? isFinished(known) : isOld) await copies.delete(copy.id);
    else if (!known) await journal.put(jobFrom(copy, nowMs));
  }
}

function jobFrom(copy: JobCopy, nowMs: number): Job {
  const { id, nonce, createdAtMs, widthPx, heightPx } = copy;
  return {
    version: 1,
    id,
    nonce,
    createdAtMs,
    updatedAtMs: nowMs,
    recipe: { ...forgotten, engine: copy.engine satisfies EngineId, deploymentId: copy.deploymentId },
    context: { label: jobWords.recoveredLabel, widthPx, heightPx, surface: 'popup', captureRoute: 'none' },
    cancelRequested: false,
    isRecovered: true,
    trouble: null,
    stage: stageFrom(copy, nowMs),
    enteredAtMs: { submitting: copy.sentAtMs },
  };
}

/** What a copy does not say, and nothing more is made of. */
const forgotten = {
  sourceKey: noSource,
  presetId: null,
  prompt: '',
  strength: null,
  seed: 1,
  inputs: {},
} as const;

function stageFrom({ runId, sentAtMs, sentAtServerMs }: JobCopy, nowMs: number): Stage {
  const progress = { state: 'waiting', progressRatio: null, queuePosition: null } as const;
  if (runId !== null) return { name: 'running', runId, progress };
  const sent = { pictureValue: '', sentAtMs, sentAtServerMs, attempt: 1 };
  return { name: 'reconciling', ...sent, misses: 0, lookedAtMs: nowMs };
}
