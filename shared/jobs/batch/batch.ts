import type { ErrorData } from '#shared/errors/app-error.ts';
import type { Recipe } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

/** A picture waiting for a batch, or in one. Its bytes are in the blob store. */
export type BatchPicture = {
  sourceKey: BlobKey;
  /** A small copy to show; `null` where none could be made. */
  thumbnailKey: BlobKey | null;
  /** File name with its extension, or whatever else it is known by. */
  name: string;
  /** Folders it was dropped with, divided by `/`; '' when it came alone. */
  folder: string;
  widthPx: number;
  heightPx: number;
  captureRoute: string;
};

/** One way of restyling; a batch makes every picture in each of its looks. */
export type BatchLook = { name: string; recipe: Omit<Recipe, 'sourceKey' | 'seed'> };

/** What a person asked for at once. Its items are kept apart, so that this stays small. */
export type Batch = {
  version: 1;
  id: string;
  createdAtMs: number;
  looks: readonly BatchLook[];
  pictureCount: number;
  itemCount: number;
  /** What one item was expected to take and cost when the batch began. */
  perItem: { seconds: number; costUsd: number | null };
  /** Nothing new is sent while it rests; what is on its way goes on. */
  isPaused: boolean;
  /** The fault that every further item would have met, `null` when a person paused it. */
  pausedBy: ErrorData | null;
  /** `null` while there is something left to do. */
  endedAtMs: number | null;
};

/** `starting` names its job before that may exist; `started` has been seen in the journal. */
export type ItemState = 'waiting' | 'starting' | 'started' | 'done' | 'failed' | 'cancelled';

export type BatchItem = {
  version: 1;
  batchId: string;
  /** 0-based, never changes; with `batchId` the item's key. */
  index: number;
  /** Where it stands in the queue: lower goes first. May be negative, and is no whole number's business. */
  place: number;
  picture: BatchPicture;
  /** Index into the batch's looks. */
  look: number;
  seed: number;
  state: ItemState;
  /** Chosen when its turn comes, and kept when it is tried again. */
  jobId: string | null;
  /** When the ended job was last changed that is to be gone on with; `null` for a first start. */
  continuesFromMs: number | null;
  result: { key: BlobKey; mimeType: string } | null;
  costUsd: number | null;
  error: ErrorData | null;
  endedAtMs: number | null;
};

const batchSchema = z.looseObject({
  version: z.literal(1),
  id: z.string(),
  createdAtMs: z.number(),
  looks: z.array(z.looseObject({ name: z.string(), recipe: z.looseObject({ prompt: z.string() }) })),
  pictureCount: z.number(),
  itemCount: z.number(),
  perItem: z.object({ seconds: z.number(), costUsd: z.nullable(z.number()) }),
  isPaused: z.boolean(),
  pausedBy: z.nullable(z.looseObject({ code: z.string(), detail: z.string() })),
  endedAtMs: z.nullable(z.number()),
});

/** A stored batch, `null` when a later version of Restyle wrote it. Fields not known here are kept. */
export function parseBatch(stored: unknown): Batch | null {
  const parsed = batchSchema.safeParse(stored);
  return parsed.success ? (parsed.data as unknown as Batch) : null;
}

export function hasItemEnded({ state }: BatchItem): boolean {
  return state === 'done' || state === 'failed' || state === 'cancelled';
}
