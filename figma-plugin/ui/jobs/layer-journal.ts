import { isFinished, type Job } from '#shared/jobs/job.ts';
import { type JobJournal, listsOf } from '#shared/jobs/journal.ts';
import * as z from '#shared/zod.ts';
import type { Place } from '../../bridge/layer.ts';
import type { ListedStore } from '../platform/main-storage.ts';
import type { Order } from './layer-job.ts';

/** Where a job's result belongs. Layer ids repeat from file to file, so the file is named too. */
export type Target = Omit<Order, 'recipe'> & { fileId: string; place: Place };
export type Entry = { version: 1; job: Job; target: Target; isPlaced: boolean };

export type LayerJournal = JobJournal & {
  /** The target of the job that will have this id; journaled with the job itself, in one write. */
  expect(jobId: string, target: Target): void;
  entry(jobId: string): Entry | null;
  /** Every job of this computer that is still known, newest first. */
  past(): readonly Job[];
  markPlaced(jobId: string): Promise<void>;
  /** Entries of this file whose results are not on the canvas. */
  unplaced(): readonly Entry[];
  /** How many results wait for other files. */
  elsewhereCount(): number;
};

const prefix = 'job:';
/** Placed ones are kept for the estimate of the next; a document has about two kilobytes. */
const keptPlaced = 20;

const entrySchema = z.looseObject({
  version: z.literal(1),
  job: z.looseObject({ version: z.literal(1), id: z.string(), stage: z.looseObject({ name: z.string() }) }),
  target: z.looseObject({ fileId: z.string(), nodeId: z.string() }),
  isPlaced: z.boolean(),
});

/** The jobs of this computer in Figma's `clientStorage`; those of `fileId` are the runner's. */
export async function openLayerJournal(store: ListedStore, fileId: string): Promise<LayerJournal> {
  const entries = await readEntries(store);
  const expected = new Map<string, Target>();

  const write = async (entry: Entry) => {
    entries.set(entry.job.id, entry);
    await store.set(prefix + entry.job.id, entry);
  };
  const remove = async (id: string) => {
    entries.delete(id);
    await store.delete(prefix + id);
  };
  const ofThisFile = () => [...entries.values()].filter(({ target }) => target.fileId === fileId);
  const list = async () => ofThisFile().map(({ job }) => job);

  return {
    async put(job) {
      const known = entries.get(job.id);
      const target = known?.target ?? expected.get(job.id);
      if (!target) throw new Error(`Job ${job.id} belongs to no layer`);
      await write({ version: 1, job, target, isPlaced: known?.isPlaced ?? false });
      expected.delete(job.id);
    },
    get: async (id) => entries.get(id)?.job ?? null,
    list,
    ...listsOf(list),
    delete: remove,
    expect: (jobId, target) => void expected.set(jobId, target),
    entry: (jobId) => entries.get(jobId) ?? null,
    past: () => [...entries.values()].sort(newestFirst).map(({ job }) => job),
    async markPlaced(jobId) {
      const entry = entries.get(jobId);
      if (entry) await write({ ...entry, isPlaced: true });
      const placed = [...entries.values()].filter(({ isPlaced }) => isPlaced).sort(newestFirst);
      await Promise.all(placed.slice(keptPlaced).map(({ job }) => remove(job.id)));
    },
    unplaced: () => ofThisFile().filter(({ isPlaced }) => !isPlaced),
    elsewhereCount: () =>
      [...entries.values()].filter(({ target, isPlaced, job }) => {
        const isWaiting = !isPlaced && (!isFinished(job) || job.stage.name === 'done');
        return target.fileId !== fileId && isWaiting;
      }).length,
  };
}

async function readEntries(store: ListedStore): Promise<Map<string, Entry>> {
  const keys = (await store.keys()).filter((key) => key.startsWith(prefix));
  const stored = await Promise.all(keys.map((key) => store.get(key)));
  const entries = stored.flatMap((value) => {
    const parsed = entrySchema.safeParse(value);
    return parsed.success ? [asked(parsed.data as unknown as Entry)] : [];
  });
  return new Map(entries.map((entry) => [entry.job.id, entry]));
}

/** What was asked before there was anything to choose went above its layer. */
function asked(entry: Entry): Entry {
  const asBefore = { way: 'above', cell: null, exactIds: [], note: '', isTiled: false } as const;
  return { ...entry, target: { ...asBefore, ...entry.target } };
}

function newestFirst(one: Entry, other: Entry): number {
  return other.job.createdAtMs - one.job.createdAtMs;
}
