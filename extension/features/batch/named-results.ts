import type { Batch, BatchItem } from '#shared/jobs/batch/batch.ts';
import { createNamer } from '#shared/jobs/batch/output-names.ts';
import { extensionOf, type PictureToPack } from '../../platform/views/use-zip.ts';

type Contents = { batch: Batch; items: readonly BatchItem[]; nameTemplate: string };

/** The finished pictures of a batch with the name each gets, in the order of the batch. */
export function namedResults({ batch, items, nameTemplate }: Contents): PictureToPack[] {
  const name = createNamer(nameTemplate);
  return items.flatMap(({ result, jobId, picture, look, seed, index, endedAtMs }) => {
    if (!result) return [];
    const preset = batch.looks[look]?.name ?? '';
    const facts = { folder: picture.folder, name: picture.name, preset, seed, number: index + 1 };
    const path = name(facts, extensionOf[result.mimeType] ?? 'png');
    return [{ key: result.key, jobId, path, modifiedAtMs: endedAtMs ?? batch.createdAtMs }];
  });
}
