import { endedJobSchema, entrySchema, pictureKey } from '#shared/backup/stored-result.ts';
import type { ErrorData } from '#shared/errors/app-error.ts';
import { readErrorCode } from '#shared/errors/codes.ts';
import type { HistoryEntry } from '#shared/history/entry.ts';
import type { Job } from '#shared/jobs/job.ts';
import type { BlobKey } from '#shared/ports.ts';
import * as z from '#shared/zod.ts';

/** Where a stored picture is in the file, by its key. */
export type PackedPictures = Readonly<Record<BlobKey, { path: string; mimeType: string }>>;

/** A result with the job that made it. */
export type PackedResult = { entry: HistoryEntry; job: Job };

export type HistoryFile = { results: readonly PackedResult[]; pictures: PackedPictures };

const format = 'restyle-history';

/** Every stored picture an entry names, each once. */
export function keysOf({ pictureKeys, thumbnailKey }: HistoryEntry): ReadonlySet<BlobKey> {
  return new Set([...pictureKeys, ...(thumbnailKey ? [thumbnailKey] : [])].filter(Boolean));
}

const fileSchema = z.looseObject({
  format: z.literal(format),
  version: z.literal(1),
  results: z.array(z.unknown()),
  pictures: z.record(z.string(), z.unknown()),
});

const resultSchema = z.object({ entry: z.unknown(), job: z.unknown() });
const packedSchema = z.object({ path: z.string(), mimeType: z.string() });

export function writeHistoryFile(file: HistoryFile): string {
  return JSON.stringify({ format, version: 1, ...file });
}

/** A parsed document as a history; `null` when it is none. Results and pictures that cannot be read are left out. */
export function parseHistoryFile(stored: unknown): HistoryFile | null {
  const parsed = fileSchema.safeParse(stored);
  if (!parsed.success) return null;
  const { results, pictures } = parsed.data;
  return {
    results: results.flatMap((each) => parsePackedResult(each) ?? []),
    pictures: Object.fromEntries(Object.entries(pictures).flatMap(parsePicture)),
  };
}

function parsePicture([key, stored]: [string, unknown]): [BlobKey, PackedPictures[BlobKey]][] {
  const packed = packedSchema.safeParse(stored);
  return packed.success && pictureKey.safeParse(key).success ? [[key, packed.data]] : [];
}

function parsePackedResult(stored: unknown): PackedResult | null {
  const parsed = resultSchema.safeParse(stored);
  return parsed.success ? parseResult(parsed.data.entry, parsed.data.job) : null;
}

function parseResult(storedEntry: unknown, storedJob: unknown): PackedResult | null {
  const entry = entrySchema.safeParse(storedEntry);
  const job = endedJobSchema.safeParse(storedJob);
  if (!entry.success || !job.success || entry.data.id !== job.data.id) return null;
  const { stage } = job.data;
  const isDone = stage.name === 'done';
  if (stage.name !== entry.data.state || isDone !== (entry.data.result !== null)) return null;
  const errorCode = entry.data.errorCode === null ? null : (readErrorCode(entry.data.errorCode) ?? 'unknown');
  const { presetName, ...told } = entry.data;
  return {
    entry: {
      ...told,
      ...(presetName !== undefined && { presetName }),
      errorCode,
      negatedEndMs: -told.endedAtMs,
      deletedAtMs: null,
    } as HistoryEntry,
    job: endedJob(job.data),
  };
}

/** It cannot be gone on with from where it failed: that run was another browser's. */
function endedJob(read: z.infer<typeof endedJobSchema>): Job {
  const { stage } = read;
  const ended = stage.name === 'failed' ? { ...stage, error: known(stage.error), retryFrom: null } : stage;
  const handovers = read.handovers?.map((each) => ({ ...each, error: known(each.error) }));
  return {
    ...read,
    stage: ended,
    ...(handovers && { handovers }),
    cancelRequested: false,
    trouble: null,
  } as Job;
}

function known({ code, ...facts }: { code: string; detail: string }): ErrorData {
  return { ...facts, code: readErrorCode(code) ?? 'unknown' };
}
