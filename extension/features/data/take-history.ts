import { keysOf, type PackedPictures, type PackedResult } from '#shared/backup/history-file.ts';
import type { Marks } from '#shared/history/entry.ts';
import { removeEntries } from '#shared/web/retention/remove-entries.ts';
import { sweepPictures } from '../../platform/retention/sweep-pictures.ts';
import type { Services } from '../../platform/services.ts';
import type { FoundData } from './open-export.ts';

export type TakenHistory = { addedCount: number; undo(): Promise<void> };

type Progress = (done: number, total: number) => void;

/** Results that are not here yet come in with their pictures; of those that are, what people said of them. */
export async function takeHistory(
  { history, files }: FoundData,
  services: Services,
  onProgress: Progress,
): Promise<TakenHistory> {
  const added: string[] = [];
  const marked = new Map<string, Partial<Marks>>();
  const results = history?.results ?? [];
  for (const [done, result] of results.entries()) {
    onProgress(done, results.length);
    const known = await services.history.get(result.entry.id);
    if (known && known.deletedAtMs === null) {
      const { favourite, rating, uses } = known;
      await services.history.mark(known.id, (marks) => joined(marks, result.entry));
      marked.set(known.id, { favourite, rating, uses });
      continue;
    }
    await takeResult(result, { pictures: history?.pictures ?? {}, files }, services);
    added.push(result.entry.id);
  }
  return {
    addedCount: added.length,
    async undo() {
      for (const [id, marks] of marked) await services.history.mark(id, () => marks);
      await sweepPictures(services.database, await removeEntries(added, services.database));
    },
  };
}

type Packed = Pick<FoundData, 'files'> & { pictures: PackedPictures };

/** Pictures first: an entry never names one that is still to come. Their own bytes say under which key. */
async function takeResult({ entry, job }: PackedResult, packed: Packed, services: Services): Promise<void> {
  for (const key of keysOf(entry)) {
    const picture = packed.pictures[key];
    const bytes = picture && (await packed.files.get(picture.path)?.read());
    if (bytes) await services.blobs.put({ bytes, mimeType: picture.mimeType });
  }
  await services.history.delete(entry.id);
  await services.journal.put(job);
  await services.history.record(entry);
}

/** What either says: a favourite stays one, and a rating given here counts. */
function joined(here: Marks, { favourite, rating, uses }: Marks): Partial<Marks> {
  return {
    favourite: here.favourite || favourite,
    rating: here.rating ?? rating,
    uses: [...new Set([...here.uses, ...uses])],
  };
}
