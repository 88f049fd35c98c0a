import type { ErrorCode } from '#shared/errors/codes.ts';
import type { finishedStages, Job, Recipe, ResultInfo, RunFigures, SourcePage } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';

/** What somebody did with a picture, which says more about it than stars. */
export type Use = 'downloaded' | 'copied' | 'placed';

/** What people add to an entry. It outlives the job being run again. */
export type Marks = {
  favourite: boolean;
  /** 1..5, `null` while nobody has said. */
  rating: number | null;
  uses: readonly Use[];
  /** Hidden since then, gone for good once it can no longer be undone; `null` while it is kept. */
  deletedAtMs: number | null;
};

/** One job that has ended, as the history keeps it: small, so that ten thousand fit into a page. */
export type HistoryEntry = Marks & {
  version: 1;
  /** The job's own. */
  id: string;
  createdAtMs: number;
  endedAtMs: number;
  /** `endedAtMs` negated: databases read many at once in rising order only. */
  negatedEndMs: number;
  state: (typeof finishedStages)[number];
  errorCode: ErrorCode | null;
  recipe: Recipe;
  /** Hashes of the recipe with and without its seed; `null` where its workflow's version is not known. */
  recipeKey: string | null;
  likeKey: string | null;
  label: string;
  /** What its preset was called, for a preset of the person's own. */
  presetName?: string;
  /** Width and height of the source. */
  widthPx: number;
  heightPx: number;
  page: SourcePage | null;
  result: ResultInfo | null;
  /** A small copy for lists; `null` where no picture can be read. */
  thumbnailKey: BlobKey | null;
  /** Every stored picture the job needs, the thumbnail apart. */
  pictureKeys: readonly BlobKey[];
  /** Its job was run again and has ended since: the entry is to be written anew. */
  isOutdated?: true;
  /** Result and thumbnail together. */
  sizeBytes: number;
  /** From the button to the end, in milliseconds. */
  totalMs: number;
  figures: RunFigures | null;
};

const noMarks: Marks = { favourite: false, rating: null, uses: [], deletedAtMs: null };

export type EntryExtras = Pick<HistoryEntry, 'recipeKey' | 'likeKey' | 'thumbnailKey' | 'sizeBytes'>;

/** The entry of a job that has ended. Raises a plain `Error` for one that has not. */
export function entryOf(job: Job, extras: EntryExtras): HistoryEntry {
  const { stage, recipe, context } = job;
  if (stage.name !== 'done' && stage.name !== 'failed' && stage.name !== 'cancelled') {
    throw new Error(`The job is still in ${stage.name}`);
  }
  const endedAtMs = job.enteredAtMs[stage.name] ?? job.updatedAtMs;
  return {
    ...noMarks,
    ...extras,
    version: 1,
    id: job.id,
    createdAtMs: job.createdAtMs,
    endedAtMs,
    negatedEndMs: -endedAtMs,
    state: stage.name,
    errorCode: stage.name === 'failed' ? stage.error.code : null,
    recipe,
    label: context.label,
    ...(context.presetName !== undefined && { presetName: context.presetName }),
    widthPx: context.widthPx,
    heightPx: context.heightPx,
    page: context.page ?? null,
    result: stage.name === 'done' ? stage.result : null,
    pictureKeys: picturesOf(job),
    totalMs: Math.max(0, endedAtMs - job.createdAtMs),
    figures: stage.name === 'done' ? stage.figures : null,
  };
}

/**
 * The entry of a job that was run again, as its new end leaves it until it is written anew: it names the new
 * pictures at once, so that nobody lets go of them meanwhile.
 */
export function outdatedEntry(entry: HistoryEntry, job: Job): HistoryEntry {
  const pictureKeys = [...new Set([...entry.pictureKeys, ...picturesOf(job)])];
  return { ...entry, pictureKeys, isOutdated: true };
}

/** Every stored picture that a job in its stage still needs: to be shown, made again, or gone on with. */
export function picturesOf({ recipe, stage }: Job): BlobKey[] {
  const from = stage.name === 'failed' ? stage.retryFrom : stage;
  const input = from?.name === 'uploading' ? [from.inputKey] : [];
  const result = stage.name === 'done' ? [stage.result.key] : [];
  return [recipe.sourceKey, ...result, ...input].filter((key) => key !== '');
}
