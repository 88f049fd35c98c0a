import { keysOf, type PackedPictures, type PackedResult } from '#shared/backup/history-file.ts';
import { type PictureHeaders, restoredResult } from '#shared/backup/restored-result.ts';
import type { HistoryEntry, Marks } from '#shared/history/entry.ts';
import { type PictureHeader, readPictureHeader, sourceLimits } from '#shared/images/header.ts';
import { isFinished } from '#shared/jobs/job.ts';
import type { Bytes } from '#shared/ports.ts';
import { blobKeyOf } from '#shared/storage/blob-key.ts';
import { removeEntries } from '#shared/web/retention/remove-entries.ts';
import { sweepPictures } from '../../platform/retention/sweep-pictures.ts';
import type { Services } from '../../platform/services.ts';
import type { FoundData } from './open-export.ts';
import type { WayBack } from './way-back.ts';

type Taking = { wayBack: WayBack; onProgress(done: number, total: number): void };

/**
 * Results that are not here yet come in with their pictures; of those that are, what people said of them. Answers how
 * many came in.
 */
export async function takeHistory(
  { history, files }: FoundData,
  services: Services,
  { wayBack, onProgress }: Taking,
): Promise<number> {
  const added: string[] = [];
  const marked = new Map<string, Partial<Marks>>();
  wayBack.add(async () => {
    const released = await removeEntries(added, services.database);
    for (const [id, marks] of marked) await services.history.mark(id, () => marks);
    await sweepPictures(services.database, released);
  });
  const results = history?.results ?? [];
  for (const [done, result] of results.entries()) {
    onProgress(done, results.length);
    const known = await services.history.get(result.entry.id);
    if (known && known.deletedAtMs === null) {
      const { favourite, rating, uses } = known;
      if (!marked.has(known.id)) marked.set(known.id, { favourite, rating, uses });
      await services.history.mark(known.id, (marks) => joined(marks, result.entry));
      continue;
    }
    if (await isJobOfItsOwn(known, result, services)) continue;
    added.push(result.entry.id);
    await takeResult(result, { pictures: history?.pictures ?? {}, files }, services);
  }
  return added.length;
}

/** A job on its way here, or one that has just ended and is about to be recorded, is not written over. */
async function isJobOfItsOwn(
  known: HistoryEntry | null,
  { entry }: PackedResult,
  { journal }: Services,
): Promise<boolean> {
  const here = await journal.get(entry.id);
  return here !== null && (known === null || !isFinished(here));
}

type Packed = Pick<FoundData, 'files'> & { pictures: PackedPictures };

/** Pictures first: an entry never names one that is still to come. */
async function takeResult(packed: PackedResult, from: Packed, services: Services): Promise<void> {
  const { entry, job } = await restoredResult(packed, await takePictures(packed, from, services));
  await services.history.delete(entry.id);
  await services.journal.put(job);
  await services.history.record(entry);
}

/** Their own bytes say under which key, and of which kind: those that are others than they were called stay out. */
async function takePictures(
  { entry }: PackedResult,
  { pictures, files }: Packed,
  { blobs }: Services,
): Promise<PictureHeaders> {
  const headers = new Map<string, PictureHeader>();
  for (const key of keysOf(entry)) {
    const path = pictures[key]?.path;
    const bytes = path !== undefined && (await files.get(path)?.read());
    const header = bytes ? headerOf(bytes) : null;
    if (!bytes || !header || (await blobKeyOf(bytes)) !== key) continue;
    await blobs.put({ bytes, mimeType: header.mimeType });
    headers.set(key, header);
  }
  return headers;
}

/** `null` for bytes that are no picture that can be shown. How many there may be was said when they were unpacked. */
function headerOf(bytes: Bytes): PictureHeader | null {
  try {
    return readPictureHeader(bytes, { ...sourceLimits, maxBytes: bytes.length });
  } catch {
    return null;
  }
}

/** What either says: a favourite stays one, and a rating given here counts. */
function joined(here: Marks, { favourite, rating, uses }: Marks): Partial<Marks> {
  return {
    favourite: here.favourite || favourite,
    rating: here.rating ?? rating,
    uses: [...new Set([...here.uses, ...uses])],
  };
}
